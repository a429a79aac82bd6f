package cn.doublerandom.inspection.ui;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.inspection.visit.VisitState;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of the visits say; English stands in {@code messages/visits_en.properties}. */
@MessageBundle("visits")
public interface VisitWords {
  @Message("检查任务")
  String visits();

  @Message("我的检查")
  String mine();

  @Message("名称或代码")
  String search();

  @Message("状态")
  String state();

  @Message("检查单位")
  String unit();

  @Message("执法人员")
  String officer();

  @Message("办理期限不晚于")
  String dueBy();

  @Message("检查对象")
  String subject();

  @Message("代码")
  String code();

  @Message("检查组")
  String team();

  @Message("检查期间")
  String window();

  @Message("办理期限")
  String due();

  @Message("逾期")
  String late();

  @Message("没有符合条件的检查")
  String noneFound();

  @Message("请减少条件。")
  String noneFoundWhy();

  @Message("目前没有检查")
  String noneYet();

  @Message("抽取执行并派定检查组以后，检查任务出现在这里。")
  String noneYetWhy();

  @Message("查看全部")
  String showAll();

  @Message("这里只列您参加的检查。")
  String mineWhy();

  @Message("查看{unit}的全部检查")
  String ofUnit(String unit);

  @Message("住所")
  String address();

  @Message("从事")
  String does();

  @Message("信用风险等级")
  String riskClass();

  @Message("{#when value}{#is 'A'}A 低{#is 'B'}B 一般{#is 'C'}C 较高" + "{#is 'D'}D 高{#else}未评定{/when}")
  String riskOf(String value);

  @Message("{from} 至 {to}")
  String fromTo(LocalDate from, LocalDate to);

  @Message("以往检查")
  String earlier();

  @Message("没有已录入结果的以往检查。")
  String noEarlier();

  @Message("检查事项")
  String items();

  @Message("回答")
  String answers();

  @Message("{all} 项中已答 {done} 项")
  String answered(int done, int all);

  @Message("未答")
  String notAnswered();

  @Message("依据")
  String basis();

  @Message("方式")
  String method();

  @Message("检查指引")
  String guidance();

  @Message("该事项还没有检查表。")
  String noGuidance();

  @Message("确认已到现场")
  String arrive();

  @Message("本组每人用自己的账号确认到场，最后一人确认时检查开始。")
  String arriveWhy();

  @Message("回避申请还没有决定，或者回避的人还没有替换，不能开始检查。")
  String held();

  @Message("您已确认到场，等待 {others} 确认。")
  String wait(String others);

  @Message("刷新")
  String refresh();

  @Message("检查下一项")
  String check();

  @Message("结束检查")
  String finish();

  @Message("本组另一人看过各项结论、用自己的账号同意以后，检查才结束，结论不能再改。录入和公示的 20 个工作日从今天的次日起算。")
  String finishWhy();

  @Message("录入检查结果")
  String record();

  @Message("最迟 {due} 录入并公示。录入以后，只有被退回的才能更改。")
  String recordWhy(LocalDate due);

  @Message("本次抽取没有编成检查组，重新编组以后方可检查。")
  String noTeam();

  @Message("结果已经录入。")
  String recorded();

  @Message("本次检查已取消。")
  String cancelled();

  @Message("第 {place} 项 / {all}")
  String place(int place, int all);

  @Message("检查结果")
  String result();

  @Message("不预选任何结果。“未发现问题”不能与其他结果并存；带“└”的要和它上面那一级一起选。")
  String resultHint();

  @Message("情况说明")
  String note();

  @Message("发现问题时必填：看到什么、在哪里、依据哪条。未发现问题的可以不写。")
  String noteHint();

  @Message("记录本项结论")
  String save();

  @Message("现在不作答：检查还没有开始，或者已经结束。结束以后发现结论有误的，录入以前在「核对和签名」那一页打开「不同意这些结论」。")
  String notNow();

  @Message("上一项")
  String previous();

  @Message("下一项")
  String next();

  @Message("已到场")
  String onSite();

  @Message("尚无")
  String nobody();

  @Message("被改掉的发现")
  String overruled();

  @Message("{item}：{by} 改掉“{finding}”，理由：{reason}")
  String overruledLine(String item, String by, String finding, String reason);

  @Message("派定检查组")
  String assigned();

  @Message("{clock} 确认到场{#if place}，位置 {place}{/if}")
  String presence(String clock, String place);

  @Message("检查开始")
  String started();

  @Message("检查组改为 {team}")
  String reassigned(String team);

  @Message("更换未被接受")
  String changeRefused();

  @Message("更换已接受")
  String changeTaken();

  @Message("{who} 自 {from} 起回避")
  String memberRecused(String who, String from);

  @Message("{who} 经两人决定不更换")
  String memberKept(String who);

  @Message("检查取消")
  String visitCancelled();

  @Message("{to} 期间届满，未检查")
  String notHeld(String to);

  @Message("{item}：{codes}")
  String checked(String item, String codes);

  @Message("检查结束，{due} 前录入并公示")
  String finished(String due);

  @Message("期限改为 {due}")
  String deadlineMoved(String due);

  @Message("提醒：{due} 到期，还剩 {left} 个工作日")
  String approached(String due, int left);

  @Message("提醒：今天到期")
  String dueToday();

  @Message("{due} 期满未录入")
  String breached(String due);

  @Message("录入结果：{codes}")
  String resultRecorded(String codes);

  @Message(
      "{#when value}{#is ASSIGNED}待检查{#is IN_PROGRESS}检查中{#is FINISHED}待录入{#is IN_REVIEW}待审核"
          + "{#is RECORDED}已录入{#is CANCELLED}已取消{/when}")
  String stateOf(VisitState value);

  @Message(
      "{#when value}{#is NO_PROBLEM}未发现问题{#is PENDING_FOLLOW_UP}发现问题待后续处理"
          + "{#is NOT_DISCLOSED}未按规定公示应当公示的信息{#is FALSE_DISCLOSURE}公示信息隐瞒真实情况弄虚作假"
          + "{#is UNREACHABLE}通过登记的住所（经营场所）无法联系"
          + "{#is OTHER_OWN_FIELD_VIOLATION}违反本领域其他规定行为"
          + "{#is FOOD_AND_DRUG_VIOLATION}违反食品药品相关规定"
          + "{#is QUALITY_VIOLATION}违反质量技术监督相关规定"
          + "{#is OTHER_AUTHORITY_VIOLATION}违反其他部门相关规定"
          + "{#is PUBLIC_SECURITY_VIOLATION}违反公安部门相关规定"
          + "{#is CORRECTED_ON_ORDER}发现问题经责令已改正"
          + "{#is NO_RELATED_ACTIVITY}未发现开展本次抽查涉及的经营活动"
          + "{#is CLOSED_OR_LIQUIDATING}已关闭停业或正在组织清算{#is OBSTRUCTION}不配合检查情节严重"
          + "{#is DEREGISTERED}注销{#is REVOKED}被吊销{#is ANNULLED}被撤销"
          + "{#is MOVED_OUT}迁出{/when}")
  String codeOf(ResultCode value);
}
