package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/**
 * What officers, receivers and everybody read of joint discipline (联合惩戒); English stands in {@code
 * messages/discipline_en.properties}.
 */
@MessageBundle("discipline")
public interface DisciplineWords {
  @Message("联合惩戒")
  String title();

  @Message("等待另一人决定")
  String waits();

  /** In the list of results, where the badge stands alone. */
  @Message("联合惩戒待决定")
  String waitsHere();

  @Message("未获同意")
  String declined();

  @Message("惩戒措施")
  String measure();

  @Message("请接收部门做什么，最多 200 字；同意以后公开")
  String measureHint();

  @Message("依据")
  String basis();

  @Message("写明法规名称和条款，最多 500 字")
  String basisHint();

  @Message("期限")
  String period();

  @Message("{from}至{to}")
  String fromTo(LocalDate from, LocalDate to);

  @Message("自")
  String from();

  @Message("至")
  String to();

  @Message("接收部门")
  String authorities();

  @Message("最多十个，每行一个，或者用顿号隔开")
  String authoritiesHint();

  @Message("同意日期")
  String agreedOn();

  @Message("提出")
  String proposedBy();

  @Message("落实情况")
  String done();

  @Message("尚未反馈")
  String notYet();

  @Message("根据这份结果提出联合惩戒")
  String proposeSummary();

  @Message("另一人同意以后，对外公布并通知接收部门；每个部门凭一次性链接反馈落实情况，反馈也公开。")
  String proposeStays();

  @Message("提出联合惩戒")
  String propose();

  @Message("同意以后立即公布，接收部门从公开主题得知。")
  String approveWhat();

  @Message("同意联合惩戒")
  String approve();

  @Message("不同意这项联合惩戒")
  String declineSummary();

  @Message("不公开，可以重新提出。")
  String declineStays();

  @Message("不同意")
  String decline();

  @Message("理由")
  String reason();

  @Message("由没有参加检查和录入的统筹人员决定。")
  String byCoordinator();

  @Message("给接收部门一个反馈链接")
  String linkSummary();

  @Message("链接只显示这一次，用过即失效；再生成一个，原来的作废。")
  String linkStays();

  @Message("生成链接")
  String link();

  @Message("反馈链接（只显示这一次，请交给接收部门）")
  String issued();

  @Message("已经提出，等待另一人决定。")
  String nowProposed();

  @Message("已经同意，对外公布。")
  String nowApproved();

  @Message("没有同意，没有公开。")
  String nowDeclined();

  @Message("{authority}：请反馈联合惩戒的落实情况")
  String asked(String authority);

  @Message("检查对象")
  String subject();

  @Message("检查结果公示")
  String page();

  @Message("做了什么")
  String deed();

  @Message("最多 500 字；在检查结果旁边公开，提交以后不能修改")
  String deedHint();

  @Message("反馈")
  String answer();

  @Message("已经收到，谢谢。反馈在检查结果公示旁边公开，链接已经失效。")
  String thanks();

  @Message("已终止")
  String ended();

  /** In the list of results, where the badge stands alone. */
  @Message("联合惩戒终止待反馈")
  String endedHere();

  @Message(
      "{#when cause}{#is 'WITHDRAWN'}据以提出的检查结果已经撤销{#else}据以提出的检查结果已经更正，不再有发现的问题{/when}，这项措施没有依据，已于 {on} 终止，不再执行。理由：")
  String endedBecause(String cause, LocalDate on);

  @Message("终止反馈")
  String ending();

  @Message("尚待反馈：")
  String leftToEnd();

  @Message("没有接入消息的接收部门，请书面告知，或者在下面给它一个反馈链接。")
  String tellReceivers();

  @Message("已作废")
  String fellAway();

  @Message(
      "{#when cause}{#is 'WITHDRAWN'}检查结果已经撤销{#else}检查结果已经更正，不再有发现的问题{/when}，没有决定的联合惩戒已于 {on} 作废。理由：")
  String fellBecause(String cause, LocalDate on);

  @Message("据此已经告知 {count} 个接收部门的联合惩戒（{names}）随之终止：系统立即通知它们停止执行，并在公示页面写明；在它们反馈以前，这件事留在公示人员的待办里。")
  String willEnd(int count, String names);

  @Message("等待决定的联合惩戒随之作废。")
  String willFall();

  @Message("更正以后如果不再有发现的问题：{what}")
  String willEndIf(String what);

  @Message("{authority}：联合惩戒已经终止，请反馈怎样停止执行")
  String askedEnding(String authority);

  @Message("怎样停止执行")
  String deedOfEnding();

  @Message("例如已移出名单；没有执行过的，也请写明。最多 500 字；在检查结果旁边公开，提交以后不能修改")
  String deedOfEndingHint();

  @Message("{authority} · {measure}（终止反馈）")
  String receiverOfEnding(String authority, String measure);

  @Message("联合惩戒终止，通知接收部门")
  String tEnded();

  @Message("没有决定的联合惩戒作废")
  String tFellAway();

  @Message("反馈联合惩戒怎样停止执行")
  String tEndingDone();
}
