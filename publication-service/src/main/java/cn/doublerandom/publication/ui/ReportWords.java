package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of reports says; English stands in {@code messages/reports_en.properties}. */
@MessageBundle("reports")
public interface ReportWords {
  @Message("月报、年报")
  String title();

  @Message("工作进展 {period}")
  String heading(Object period);

  @Message("按公示门户同一口径，从公告当场计算，截至 {day}。每个比例都写明分子和分母；只要有一份没有公示，公示率就不会是 100%。")
  String what(Object day);

  @Message("月份或者年度")
  String period();

  @Message("如 2023-03 或 2023")
  String periodHint();

  @Message("生成进展报告")
  String make();

  @Message("下载表格（xlsx）")
  String table();

  @Message("抽查户数")
  String drawn();

  @Message("期内抽取")
  String drawnWhat();

  @Message("抽查完成率")
  String completion();

  @Message("{part} / {whole} 户已公示")
  String completionOf(Object part, Object whole);

  @Message("公示率")
  String publication();

  @Message("{part} / {whole} 份已公示")
  String publicationOf(Object part, Object whole);

  @Message("另有 {count} 份公示后撤销，不计入")
  String withdrawn(Object count);

  @Message("发现问题率")
  String problems();

  @Message("{part} / {whole} 份发现问题")
  String problemsOf(Object part, Object whole);

  @Message("抽查企业占比")
  String coverage();

  @Message("全年 {part} / {whole} 户")
  String coverageOf(Object part, Object whole);

  @Message("各项任务")
  String tasks();

  @Message("任务")
  String task();

  @Message("期内没有抽取，也没有应公示的结果。")
  String noTasks();

  @Message("应公示而未公示")
  String owed();

  @Message("期内应公示的都已公示。")
  String nothingOwed();

  @Message("检查对象")
  String subject();

  @Message("状态")
  String state();

  @Message(
      "{#switch what}{#case 'UNPUBLISHED'}已录入未公示{#case 'UNRECORDED'}未录入{#case 'NOT_HELD'}未检查{#else}{what}{/switch}")
  String stateOf(Object what);

  @Message("期限")
  String due();

  @Message("已逾期")
  String late();

  @Message("只列前 {most} 项，全部在表格里。")
  String more(Object most);
}
