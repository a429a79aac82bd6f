package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.Outcome;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What is said after a draw: replacements, explanations, voids; English stands in {@code
 * messages/after_en.properties}.
 */
@MessageBundle("after")
public interface AfterWords {
  @Message("返回抽取")
  String back();

  @Message("刷新")
  String refresh();

  @Message("作废 {id}")
  String voidTitle(String id);

  @Message("批准作废")
  String voidDo();

  @Message("作废须两名没有经手的审批人。已抽取的，本应的结果仍然公开；轮次号用去，不再使用。")
  String voidStays();

  @Message("作废原因")
  String voidReason();

  @Message("写明依据，500 字以内；将公开。")
  String voidReasonHint();

  @Message("{by} 已批准：{why}。另一人批准以后即作废。")
  String voidFirst(String by, String why);

  @Message("还没有人批准作废。")
  String voidNobody();

  @Message("撤回作废")
  String voidTakeBack();

  @Message("不同意作废")
  String voidDecline();

  @Message("抽取保持不变；作废的批准和这里的理由留在公开的经过里。")
  String voidEndStays();

  @Message("理由")
  String voidEndReason();

  @Message("现在不能办：{text}")
  String cannot(String text);

  @Message("{id} 的更换和候补")
  String replacing(String id);

  @Message("等待另一人决定")
  String waiting();

  @Message("没有等待决定的更换")
  String waitingNone();

  @Message("检查对象注销、停业或找不到，执法人员离岗或应当回避时，在下面提出。")
  String waitingNoneWhy();

  @Message("更换谁")
  String what();

  @Message("检查对象")
  String whole();

  @Message("{inspector} 不更换")
  String keeps(String inspector);

  @Message("原因和证据")
  String asked();

  @Message("提出人")
  String askedBy();

  @Message("名录今天怎么说")
  String register();

  @Message("谁进来")
  String next();

  @Message("名录今天登记为存续：写的原因是注销、停业、迁出或找不到的，先核对名录库和证据再决定；有误的先撤回，改正以后重新提出。")
  String inBusiness();

  @Message("名录今天：{state}")
  String registeredToday(String state);

  @Message("检查已于 {day} 结束，不能更换")
  String visitOver(LocalDate day);

  @Message("名称后面是名录库今天的登记状态，与原因不符的先核对。")
  String subjectHint();

  @Message("已经决定的更换")
  String decided();

  @Message("谁提出，谁决定")
  String decidedBy();

  @Message("日期")
  String day();

  @Message("结果")
  String outcome();

  @Message("{#when state}{#is AWAITED}等检查环节确认{#is DONE}已生效{#is UNDONE}未生效{#is ENDED}没有更换{/when}")
  String stateOf(Outcome.State state);

  @Message("没有人可以进来")
  String nobody();

  @Message("越过")
  String passed();

  @Message("同意更换")
  String agree();

  @Message("不同意")
  String decline();

  @Message("不同意 {subject} 的更换，或撤回")
  String declineTitle(String subject);

  @Message("这次更换不再办理，申请和原因保留在“经过”中；需要时可以重新提出。")
  String declineStays();

  @Message("为何不更换")
  String declineReason();

  @Message("申请更换")
  String ask();

  @Message("须另一名审批人同意以后才更换；谁进来由种子和候补次序决定，不能挑选。")
  String askStays();

  @Message("检查对象")
  String subject();

  @Message("更换的执法人员")
  String inspector();

  @Message("不选则更换检查对象本身。")
  String inspectorHint();

  @Message("更换检查对象本身")
  String noInspector();

  @Message("原因")
  String reason();

  @Message("证据")
  String evidence();

  @Message("更换检查对象必填，例如登记机关的注销通知。")
  String evidenceHint();

  @Message("应当回避而不更换")
  String keep();

  @Message("只在检查已经结束等情形；由两人决定并登记为偏离。")
  String keepHint();

  @Message("不更换")
  String keepYes();

  @Message("事后应当回避")
  String due();

  @Message("{id}：为什么")
  String explaining(String id);

  @Message("输入检查对象的名称或代码，或执法人员的姓名或编号。答案只由当天锁定的名单和种子得出，多年以后也一样；公众在公示网站“为什么抽中，为什么没有抽中”得到同样的回答。")
  String explainIntro();

  @Message("为什么抽中、未抽中")
  String askSubject();

  @Message("为什么是这名执法人员")
  String askInspector();

  @Message("检查对象名称或代码")
  String subjectCode();

  @Message("执法人员姓名或编号")
  String inspectorCode();

  @Message("查询")
  String find();

  @Message("票号")
  String ticket();

  @Message("被抽中")
  String selectedYes();

  @Message("未抽中")
  String selectedNo();

  @Message("抽取以前，或密封期间")
  String notYet();

  @Message("锁定的名单里没有")
  String outOfScope();

  @Message("锁定的名单里没有这个代码：可能代码有误，也可能锁定名单时该对象不在抽查对象范围之内。")
  String notListed();

  @Message("锁定的名单里没有这个名称。请填锁定时的名称（写一部分也可以）、检查对象的代码或执法人员的编号，例如 91130534MA0023063G。")
  String notACode();

  @Message("锁定的名单里没有这个姓名，或者还没有从名录库得知姓名。请填姓名的一部分，或执法人员的编号，例如 JC001。")
  String noSuchOfficer();

  @Message("姓名相近的有几人，问的是哪一位")
  String whichOfficer();

  @Message("名称相近的有几户，问的是哪一户")
  String whichOne();

  @Message("只列出前 {count} 户；把名称写得完整一些。")
  String moreOfTheName(int count);

  @Message("在名单内，不参加抽取")
  String cannotBeDrawn();

  @Message("在名单内，可以抽取")
  String mayBeDrawn();

  @Message("层“{stratum}”可抽 {eligible} 户，抽取 {cutOff} 户；票号排第 {rank} 位。")
  String rankLine(String stratum, int eligible, int cutOff, int rank);

  @Message("候补第 {place} 位。")
  String alternateLine(int place);

  @Message("锁定名单时不能参加抽取")
  String officerNot();

  @Message("可以担任 {seats} 个席位，已有 {load} 次检查，最多再安排 {cap} 次，对 {recusals} 户回避。")
  String officerLine(int seats, int load, int cap, int recusals);

  @Message("本次安排 {count} 户，由工作量均衡和票号决定。")
  String officerTeams(int count);

  @Message("抽取以后有更换，现在检查 {count} 户。")
  String officerNow(int count);

  @Message("原文")
  String inChinese();
}
