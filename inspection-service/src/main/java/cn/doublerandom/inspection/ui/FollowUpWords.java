package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.followup.Alarm;
import cn.doublerandom.inspection.followup.FollowUpKind;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages say of follow-ups; English stands in {@code messages/follow_en.properties}. */
@MessageBundle("follow")
public interface FollowUpWords {
  @Message("后续处置")
  String title();

  @Message("未办结的后续处置，最早到期的在前。")
  String listWhy();

  @Message("没有未办结的后续处置")
  String none();

  @Message("检查发现问题、开出责令改正或者移送以后，出现在这里。")
  String noneWhy();

  @Message("检查对象")
  String subject();

  @Message("未办结")
  String open();

  @Message("最早到期")
  String due();

  @Message("逾期")
  String late();

  @Message("已办结")
  String closed();

  @Message("检查组")
  String team();

  @Message(
      "{#when value}{#is CORRECTION}责令改正{#is NOTIFICATION}抄告{#is TRANSFER}移送{#is CRIMINAL}移送司法机关{/when}")
  String kindOf(FollowUpKind value);

  @Message("{#when value}{#is REMINDER}即将到期{#is OVERDUE}已逾期{#is ESCALATION}已上报{/when}")
  String alarmOf(Alarm.What value);

  @Message("{role}（{on} 起）")
  String toldTo(String role, LocalDate on);

  @Message("第 {number} 项")
  String number(int number);

  @Message("事项")
  String item();

  @Message("文书")
  String document();

  @Message("文号和名称，例如“清交责改〔2023〕3号责令改正通知书”。")
  String documentHint();

  @Message("接收机关")
  String receiver();

  @Message("抄告、移送的写；责令改正不写。")
  String receiverHint();

  @Message("期限（工作日）")
  String days();

  @Message("不填的，按规则包。")
  String daysHint();

  @Message("种类")
  String kind();

  @Message("开出后续处置")
  String openOne();

  @Message("{by} 于 {on} 开出，{due} 到期")
  String openedLine(String by, LocalDate on, LocalDate due);

  @Message("发现问题而没有后续处置：{items}")
  String unfollowed(String items);

  @Message("已撤回")
  String withdrawn();

  @Message("开出的责令改正都已随更正、撤销撤回，没有要办的了。")
  String allWithdrawn();

  @Message("发现的问题都已办结。")
  String problemClosed();

  @Message("复查")
  String recheck();

  @Message("我的复查")
  String mine();

  @Message("安排复查")
  String plan();

  @Message("安排以后由这两名执法人员在当日或者以后复查；不安排的，本组或者本单位的执法人员都可以复查。")
  String planWhy();

  @Message("复查日期")
  String planned();

  @Message("执法人员")
  String officers();

  @Message("执法人员编号")
  String firstOfficer();

  @Message("另一名执法人员编号")
  String secondOfficer();

  @Message("{on} 由 {first}、{second} 复查")
  String plannedLine(LocalDate on, String first, String second);

  @Message("还没有到复查日期。")
  String tooSoon();

  @Message("复查结果")
  String corrected();

  @Message("已改正")
  String isCorrected();

  @Message("未改正")
  String notCorrected();

  @Message("复查情况")
  String note();

  @Message("记下复查")
  String stateRecheck();

  @Message("{on} {by} 复查：{result}，{note}")
  String recheckLine(LocalDate on, String by, String result, String note);

  @Message("{by} 确认")
  String confirmedBy(String by);

  @Message("等待另一名执法人员用自己的账号确认。")
  String waitsForOther();

  @Message("我也在场，确认复查")
  String confirm();

  @Message("生成回执链接")
  String makeLink();

  @Message("把链接交给接收机关，对方打开就能回执，用一次就失效。重新生成的，以前的失效。")
  String linkWhy();

  @Message("回执链接（只显示这一次）")
  String link();

  @Message("登记回执")
  String enterReceipt();

  @Message("接收部门和职务")
  String receivedAs();

  @Message("不写姓名。")
  String receivedAsHint();

  @Message("收文号")
  String reference();

  @Message("{on} {as} 收到，收文号 {reference}")
  String receiptLine(LocalDate on, String as, String reference);

  @Message("{on} 办结")
  String closedLine(LocalDate on);

  @Message("回执")
  String receipt();

  @Message("请填写收到这份文书的部门和贵单位的收文号。")
  String receiptIntro();

  @Message("确认收到")
  String receive();

  @Message("已经回执，谢谢。")
  String thanks();

  @Message("{receiver}：{document}（{on}）")
  String receiptOf(String receiver, String document, LocalDate on);

  @Message("暂缓公示")
  String hold();

  @Message("涉嫌犯罪移送司法机关的，先暂缓；解除以前结果不公示。解除须由另一人办理，写明理由。")
  String holdStays();

  @Message("解除暂缓")
  String lift();

  @Message("解除以后，审核已经通过的结果立即确定，可以公示。")
  String liftStays();

  @Message("{by} 于 {on} 暂缓公示：{why}")
  String heldLine(String by, LocalDate on, String why);

  @Message("暂缓公示")
  String held();

  @Message("{by} 解除暂缓")
  String lifted(String by);
}
