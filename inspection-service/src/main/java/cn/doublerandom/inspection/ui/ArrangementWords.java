package cn.doublerandom.inspection.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages say of 改期 and 移交; English stands in {@code messages/arrange_en.properties}. */
@MessageBundle("arrange")
public interface ArrangementWords {
  @Message("约定的检查日期")
  String day();

  @Message("{day}；只在这一天检查，不能按期的先改期。")
  String onDay(LocalDate day);

  @Message("约定 {day}")
  String agreedFor(LocalDate day);

  @Message("检查日期")
  String title();

  @Message("没有约定检查日期，检查期间内任何一天都可以检查。")
  String none();

  @Message("{by} 于 {on} 申请把检查日期定在 {day}：{why}")
  String waits(String by, LocalDate on, LocalDate day, String why);

  @Message("同意这个日期")
  String agree();

  @Message("退回改期申请")
  String decline();

  @Message("收回改期申请")
  String takeBack();

  @Message("检查日期不变；申请和理由保留在“经过”中。")
  String declineStays();

  @Message("改期")
  String move();

  @Message("由另一人（本组另一名执法人员、所在单位负责人或者牵头科室）同意以后生效；在检查期间内的工作日。")
  String moveStays();

  @Message("改到哪一天")
  String to();

  @Message("{from} 至 {until}，工作日。")
  String toHint(LocalDate from, LocalDate until);

  @Message("改期理由")
  String reason();

  @Message("提出改期")
  String ask();

  @Message("通知书上写的是另一个日期，须按 {day} 重新送达。")
  String serveAnew(LocalDate day);

  @Message("申请检查日期定在 {day}")
  String dayAsked(LocalDate day);

  @Message("检查日期定在 {day}（{by} 申请，另一人同意）")
  String dayAgreed(LocalDate day, String by);

  @Message("检查日期由 {before} 改为 {day}（{by} 申请，另一人同意）")
  String dayMoved(LocalDate before, LocalDate day, String by);

  @Message("没有同意检查日期定在 {day}，或者申请人收回")
  String dayDeclined(LocalDate day);

  @Message("移交")
  String handover();

  @Message("{who} 于 {on} 申请由他人接替（{by} 提出）：{why}。等抽取环节由另一人同意；由谁接替按种子确定，不能挑选。")
  String handoverWaits(String who, LocalDate on, String by, String why);

  @Message("{who} 的移交没有办成：{why}")
  String handoverNot(String who, String why);

  @Message("{who} 的移交已经收回：{why}。等抽取环节撤下；抽取环节此前已经决定的，以其决定为准。")
  String handoverBack(String who, String why);

  @Message("收回移交申请")
  String takeHandoverBack();

  @Message("抽取环节还没有决定的，不再办理，检查组不变；申请和理由保留在“经过”中。")
  String takeHandoverBackStays();

  @Message("收回检查人员 {who} 的移交申请")
  String handoverReturned(String who);

  @Message("申请移交")
  String handOver();

  @Message("写明理由，送抽取环节，由另一人同意以后按种子确定接替的人；同意以前仍由原检查组检查。")
  String handOverStays();

  @Message("谁移交")
  String member();

  @Message("移交理由")
  String handoverReason();

  @Message("申请由他人接替检查人员 {who}")
  String handoverAsked(String who);

  @Message("检查人员 {who} 的移交没有办成")
  String handoverRefused(String who);
}
