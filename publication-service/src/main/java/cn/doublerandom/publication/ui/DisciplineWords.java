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

  @Message("据以提出的检查结果已经撤销，这项措施没有依据，应予停止。")
  String baseGone();

  @Message("没有接入消息的接收单位，请书面告知。")
  String tellReceivers();
}
