package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.InspectorList;
import cn.doublerandom.registry.inspector.DeclaringSide;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import java.time.LocalDate;

/** What the pages of 执法检查人员 say; English stands in {@code messages/inspectors_en.properties}. */
@MessageBundle("inspectors")
public interface InspectorWords {
  @Message("执法检查人员")
  String inspectors();

  @Message("编号或姓名")
  String numberOrName();

  @Message("单位")
  String unit();

  @Message("今天能否抽取")
  String standing();

  @Message(
      "{#when value}{#is ELIGIBLE}可以抽取{#is NOT_ELIGIBLE}不能抽取{#is CERTIFICATE_ENDS}执法证 60 天内到期{/when}")
  String standingOf(InspectorList.Standing value);

  @Message("编号")
  String number();

  @Message("姓名")
  String name();

  @Message("专长")
  String skills();

  @Message("执法证有效期至")
  String certifiedUntil();

  @Message("执法证件最晚到期")
  String lastCertificate();

  @Message("可以抽取")
  String eligible();

  @Message("不能抽取")
  String ineligible();

  @Message("不能抽取：{why}")
  String notEligible(String why);

  @Message("没有符合条件的人员")
  String none();

  @Message("请减少条件。")
  String noneWhy();

  @Message("人员名录还是空的")
  String noneYet();

  @Message("由名录管理人员导入检查人员。")
  String noneYetWhy();

  @Message("下载模板，填好后交来核对；核对无误再导入。")
  String noneYetYours();

  @Message("导入人员名录")
  String toImport();

  @Message("今天（{day}）可以抽取。")
  String todayEligible(LocalDate day);

  @Message("今天（{day}）不能抽取：")
  String todayNot(LocalDate day);

  @Message("执法证有效期至 {day}，还剩 {left} 天。")
  String certificateLeft(LocalDate day, long left);

  @Message("两种执法证中较晚到期的一种有效期至 {day}，还剩 {left} 天；有一种有效即可。")
  String certificatesLeft(LocalDate day, long left);

  @Message("两种执法证均已过期，较晚的一种 {day} 到期；换证前不能抽取。")
  String certificatesOver(LocalDate day);

  @Message("执法证已于 {day} 到期，换证前不能抽取。")
  String certificateOver(LocalDate day);

  @Message("{from} 至 {until} 请假（{reason}），其间不抽取。")
  String leaveOf(LocalDate from, LocalDate until, String reason);

  @Message("以下检查对象须回避，不会抽到：")
  String recusedFrom();

  @Message("没有须回避的检查对象。")
  String recusedFromNone();

  @Message("等待批准：{what}")
  String waits(String what);

  @Message("去看这份申请")
  String toRequest();

  @Message("执法证号")
  String certificate();

  @Message("省政府执法证号")
  String provincial();

  @Message("省政府执法证有效期至")
  String provincialUntil();

  @Message("地区")
  String region();

  @Message("承办上限")
  String capacity();

  @Message("不限")
  String noLimit();

  @Message("能否抽取")
  String mayBeDrawn();

  @Message("登记")
  String entry();

  @Message("回避")
  String recusals();

  @Message("检查对象")
  String subject();

  @Message("原因")
  String reason();

  @Message(
      "{#when code}{#is 'DECLARED_INTEREST'}申报利害关系{#is 'RELATIVE'}近亲属{#is 'FORMER_EMPLOYER'}曾任职"
          + "{#is 'SHAREHOLDER'}持股{#is 'SUBJECT_REQUEST'}检查对象申请{#else}{code}{/when}")
  String recusalReason(String code);

  @Message("起止")
  String period();

  @Message("一直")
  String always();

  @Message("{from} 起")
  String since(LocalDate from);

  @Message("至 {until}")
  String until(LocalDate until);

  @Message("撤销对 {subject} 的回避")
  String revokeOf(String subject);

  @Message("撤销须另一人批准后才生效；批准前仍然回避。")
  String revokeStays();

  @Message("申请撤销")
  String askRevoke();

  @Message("撤销的理由")
  String revokeReason();

  @Message("登记请假")
  String leave();

  @Message("申请请假")
  String askLeave();

  @Message("请假须另一人批准后才生效；批准后，这些天不再抽取此人。")
  String leaveStays();

  @Message("第一天")
  String from();

  @Message("最后一天")
  String to();

  @Message("事由")
  String leaveReason();

  @Message("如年休假、培训、借调；200 字以内，不要写病情。")
  String leaveReasonHint();

  @Message("登记入库")
  String registered();

  @Message("修改登记")
  String revised();

  @Message("申请变更：{what}")
  String absenceAsked(String what);

  @Message("不予批准所申请的变更")
  String absenceDeclined();

  @Message("撤回所申请的变更")
  String absenceWithdrawn();

  @Message("请假 {from} 至 {until}")
  String leaveGranted(LocalDate from, LocalDate until);

  @Message("登记回避：{subjects}")
  String conflictsDeclared(String subjects);

  @Message("撤销回避：{subjects}")
  String conflictsRevoked(String subjects);

  @Message("申请登记回避：{subjects}")
  String recusalsAsked(String subjects);

  @Message("申请撤销回避：{subjects}")
  String revocationAsked(String subjects);

  @Message("不予批准回避申请：{subjects}")
  String recusalsDeclined(String subjects);

  @Message("撤回回避申请：{subjects}")
  String recusalsWithdrawn(String subjects);

  @Message("申请删除个人信息")
  String erasureAsked();

  @Message("不予批准所申请的个人信息删除")
  String erasureDeclined();

  @Message("撤回所申请的个人信息删除")
  String erasureWithdrawn();

  @Message("批准删除个人信息，密钥已销毁")
  String erasureApproved();

  @Message("申报回避")
  String recuse();

  @Message("须由审批人批准后生效；自批准起，这个人不会抽到这一检查对象。")
  String recuseStays();

  @Message("检查对象（代码）")
  String recuseFrom();

  @Message("回避原因")
  String recuseWhy();

  @Message("申报方")
  String recuseSide();

  @Message("{#when value}{#is INSPECTOR}执法人员{#is SUBJECT}检查对象{/when}")
  String sideOf(DeclaringSide value);

  @Message("不填即一直回避。")
  String recuseDaysHint();

  @Message("提请批准")
  String askRecuse();

  @Message("姓名在列表里只显示第一个字；证号在每个人的页面上。")
  String namesMasked();

  @Message("显示姓名")
  String showNames();

  @Message("正在显示姓名：何人查看已记入审计日志（不记姓名）。")
  String namesShown();

  @Message("不再显示")
  String maskNames();

  @Message("姓名在列表里只显示第一个字；名录管理人员可以显示。")
  String namesOfKeeper();

  @Message("预览不显示姓名：请对照手中的表，导入后在人员名录里点“显示姓名”核对。")
  String namesInPreview();
}
