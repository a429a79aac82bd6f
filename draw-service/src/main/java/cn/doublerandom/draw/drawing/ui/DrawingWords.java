package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.WitnessKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of a draw say; English stands in {@code messages/drawing_en.properties}. */
@MessageBundle("drawing")
public interface DrawingWords {
  @Message("抽取")
  String draws();

  @Message("抽取 {id}")
  String draw(String id);

  @Message("抽取编号")
  String drawId();

  @Message("任务编号")
  String task();

  @Message("第 {number} 轮")
  String roundOf(int number);

  @Message("状态")
  String phase();

  @Message("名单")
  String frame();

  @Message("抽中")
  String drawn();

  @Message("最迟抽取")
  String executeBy();

  @Message("逾期：{due}")
  String overdue(String due);

  @Message("还没有抽取")
  String noneYet();

  @Message("抽取从年度计划的任务开始：实施方案公布以后，在任务页锁定名单。")
  String noneYetWhy();

  @Message("打开任务")
  String openTask();

  @Message("计划编号和任务编号，例如 2023001-001")
  String taskHint();

  @Message(
      "{#when phase}{#is FROZEN}名单已锁定{#is COMMITTED}承诺值已公布{#is SEALED}已抽取（密封）{#is EXECUTED}已抽取{#is VOIDED}已作废{/when}")
  String phaseOf(DrawPhase phase);

  @Message("办理进度")
  String progress();

  @Message("还差什么")
  String missing();

  @Message("谁来办")
  String who();

  @Message("何时")
  String when();

  @Message("您现在可以办")
  String nowPossible();

  @Message("现在没有要您办的。")
  String nothingForYou();

  @Message("{time} 起")
  String since(String time);

  @Message("{time} 前")
  String until(String time);

  @Message("这一轮之后又抽取了一轮，本页只供查阅。")
  String readOnly();

  @Message("名单和条件")
  String lists();

  @Message("锁定 {size} 户，其中可抽 {eligible} 户（{day}）")
  String frozenLine(String size, String eligible, LocalDate day);

  @Message("不参加抽取")
  String excluded();

  @Message("抽取条件")
  String terms();

  @Message("第 {number} 席：{who}，名单中 {count} 人符合")
  String seat(int number, String who, int count);

  @Message("任何执法人员")
  String anyOfficer();

  @Message("符合的人很少：这一席几乎是指定，不是抽取。")
  String narrow();

  @Message("抽取 {count} 户")
  String size(int count);

  @Message("抽查下限 {floor}：抽取 {count} 户，按计划为 {plan} 户")
  String floorLine(String floor, int count, int plan);

  @Message("每层候补 {count} 户")
  String alternatesLine(int count);

  @Message("每名执法人员本次最多 {count} 户")
  String capLine(int count);

  @Message("每户一年最多抽中 {count} 次")
  String annualCap(int count);

  @Message("两次抽中至少间隔 {days} 天")
  String interval(int days);

  @Message("检查事项 {count} 项：{names}")
  String items(int count, String names);

  @Message("审批人于 {day} 同意以上条件")
  String agreed(LocalDate day);

  @Message("条件尚未经另一人同意")
  String notAgreed();

  @Message("随机数从哪里来")
  String chance();

  @Message(
      "{#when kind}{#is 'CEREMONY'}现场见证：统筹人员和各见证人共同产生{#is 'LOTTERY'}公开彩票的开奖号码{#is 'DRAND'}公共随机信标 drand{/when}")
  String chanceOf(String kind);

  @Message("承诺值")
  String commitHash();

  @Message("种子")
  String seed();

  @Message("结果值")
  String resultHash();

  @Message("密封值")
  String sealedHash();

  @Message("各层数量")
  String allocation();

  @Message("层")
  String stratum();

  @Message("范围内")
  String inScope();

  @Message("可抽")
  String eligible();

  @Message("应抽")
  String expected();

  @Message("大屏幕")
  String wall();

  @Message("在线验证")
  String verify();

  @Message("验证包（zip）")
  String bundle();

  @Message("公众所见")
  String portal();

  @Message("为什么抽中、未抽中")
  String explain();

  @Message("打印名单：用浏览器的打印，纸上只留名单和签名处。")
  String printHint();

  @Message("任务和实施方案")
  String taskPage();

  @Message("见证人")
  String witnesses();

  @Message("名义")
  String nameHead();

  @Message("来自")
  String kindHead();

  @Message("凭")
  String access();

  @Message("账号 {account}")
  String byAccount(String account);

  @Message("见证码")
  String byCode();

  @Message("承诺")
  String promise();

  @Message("公布")
  String reveal();

  @Message("已承诺")
  String promised();

  @Message("未承诺")
  String notPromised();

  @Message("已公布")
  String revealed();

  @Message("未公布")
  String notRevealed();

  @Message(
      "{#when value}{#is DISCIPLINE_INSPECTION}纪检监察{#is ENTERPRISE}企业{#is PUBLIC}公众{#is OFFICE}本单位{/when}")
  String kindOf(WitnessKind value);

  @Message("见证页")
  String witnessPage();

  @Message("检查对象")
  String subject();

  @Message("执法人员")
  String team();

  @Message("候补")
  String alternates();

  @Message("候补按层排列，先到先补，不再另取随机数。")
  String alternatesWhy();

  @Message("更换")
  String replace();

  @Message("更换和候补")
  String replacements();

  @Message("为何")
  String why();

  @Message("替补 {subject}")
  String inPlaceOf(String subject);

  @Message("抽中的检查对象和检查组")
  String drawnList();

  @Message("约定 {day} 检查")
  String agreedFor(LocalDate day);

  @Message("未配组")
  String noTeam();

  @Message("统筹人员")
  String signCoordinator();

  @Message("监督人")
  String signSupervisor();

  @Message("见证人：{name}")
  String signWitness(String name);

  @Message("作废这一轮")
  String voiding();

  @Message("作废已由 {by} 批准，等待另一人：{reason}")
  String voidWaits(String by, String reason);

  @Message("密封：谁被抽中，启封以前谁也不知道，本页也没有。")
  String sealedNow();

  @Message(
      "{#when code}{#is 'SUSPENDED'}停业{#is 'ANNUAL_CAP'}本年度检查次数已达上限{#is 'RECENTLY_INSPECTED'}距上次检查不足规定间隔{#is 'UNDER_INVESTIGATION'}正在立案调查{#else}其他原因{/when}")
  String codeOf(String code);

  @Message("全部（不分级）")
  String stratumAll();

  @Message("打印抽取名单（PDF）")
  String printedList();

  @Message("打印抽取记录（PDF）")
  String printedRecord();
}
