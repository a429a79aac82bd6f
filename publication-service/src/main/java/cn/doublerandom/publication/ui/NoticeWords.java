package cn.doublerandom.publication.ui;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What plans, programmes, lists of results and results say in public; English stands in {@code
 * messages/notice_en.properties}.
 */
@MessageBundle("notice")
public interface NoticeWords {
  @Message("抽查计划编号")
  String planNumber();

  @Message("抽查计划名称")
  String planName();

  @Message("抽查任务编号")
  String taskNumber();

  @Message("抽查任务名称")
  String taskName();

  @Message("抽查类型")
  String drawType();

  @Message("抽查比例")
  String rate();

  @Message("抽查事项")
  String items();

  @Message("抽查对象范围")
  String scope();

  @Message("发起科（股）室")
  String leadUnit();

  @Message("联合科（股）室")
  String jointUnit();

  @Message("抽取日期")
  String drawPeriod();

  @Message("检查日期自")
  String from();

  @Message("检查日期至")
  String to();

  @Message("计划检查期间自")
  String plannedFrom();

  @Message("计划检查期间至")
  String plannedTo();

  @Message("单位（盖章）")
  String issuer();

  @Message("检查机关")
  String authority();

  @Message("抽查市场主体数量")
  String firmsDrawn();

  @Message("{number}号")
  String numbered(Object number);

  @Message("{#switch code}{#case 'TARGETED'}定向抽查{#case 'UNTARGETED'}不定向抽查{#else}{code}{/switch}")
  String typeOf(String code);

  @Message(
      "{#switch code}{#case 'COMMITTED'}已承诺，待抽取{#case 'SEALED'}已抽取，名单密封{#case 'EXECUTED'}已抽取{#case 'VOIDED'}已作废{#else}{code}{/switch}")
  String phaseOf(Object code);

  @Message("{from} 至 {to}")
  String span(Object from, Object to);

  @Message("统一社会信用代码/注册号")
  String code();

  @Message("原因")
  String reason();

  @Message("公示日期")
  String publishedOn();

  @Message("制表时间")
  String tableDate();

  @Message("版本")
  String version();

  @Message("第 {number} 版")
  String versionOf(Object number);

  @Message("调整原因")
  String adjusted();

  @Message("与上一版的差异")
  String changes();

  @Message("任务")
  String task();

  @Message("栏目")
  String column();

  @Message("调整前")
  String before();

  @Message("调整后")
  String after();

  @Message(
      "{#switch code}{#case 'task'}任务{#case 'planName'}抽查计划名称{#case 'taskName'}抽查任务名称{#case 'drawType'}抽查类型{#case 'rate'}抽查比例{#case 'items'}抽查事项{#case 'scope'}抽查对象范围{#case 'leadUnit'}发起科（股）室{#case 'jointUnit'}联合科（股）室{#case 'drawPeriod'}抽取日期{#case 'from'}检查日期自{#case 'to'}检查日期至{#else}{code}{/switch}")
  String headOf(String code);

  @Message("任务")
  String tasks();

  @Message("第 {number} 版（{day} 公示，已被替换）")
  String replacedVersion(Object number, Object day);

  @Message("{count} 项任务")
  String tasksOf(Object count);

  @Message("发文字号")
  String documentNumber();

  @Message("抽查任务")
  String drawTask();

  @Message("（第 {number} 期）")
  String batch(Object number);

  @Message("检查事项")
  String inspected();

  @Message("检查日期")
  String days();

  @Message("检查组")
  String teams();

  @Message("计划 {count} 组；每户的检查人员由抽取随机配对")
  String teamsOf(Object count);

  @Message("检查前培训")
  String training();

  @Message("核查方式")
  String method();

  @Message("联系部门")
  String contact();

  @Message("替代的实施方案")
  String formerly();

  @Message("{day} 公示，检查日期 {from} 至 {to}，期间未抽取")
  String formerOf(Object day, Object from, Object to);

  @Message("实施方案在抽取之前公示。")
  String beforeDraw();

  @Message("抽查工作计划公告")
  String planNotice();

  @Message("检查结果公告")
  String resultsTitle();

  @Message("检查结果公告")
  String resultNotice();

  @Message("下载本公告（PDF）")
  String asPaper();

  /** A long list is kept in parts. */
  @Message("第 {part} 部分")
  String asPaperPart(int part);

  @Message("第 {part} 部分，共 {parts} 部分：抽查名单第 {first} 至 {last} 户。")
  String partOf(int part, int parts, int first, int last);

  @Message("已公示 {done} / {all} 户{#if gone > 0}，另有 {gone} 份公示以后撤销{/if}")
  String resultsOf(Object done, Object all, long gone);

  @Message("本次抽取已作废")
  String voided();

  @Message("本轮只重新抽取检查组，结果一并列在下列抽取的结果公告中，只计一次：")
  String elsewhere();

  @Message("尚无结果公示。")
  String noResults();

  @Message("抽查市场主体名称")
  String subjectName();

  @Message("检查完成日期")
  String finished();

  @Message("检查结果")
  String result();

  @Message("备注")
  String remark();

  @Message("已撤销")
  String withdrawn();

  @Message("已更正")
  String corrected();

  @Message("逾期检查，检查期间至 {day}")
  String inspectedLate(Object day);

  @Message("逾期公示")
  String publishedLate();

  @Message("本公示已于 {day} 撤销，不再有效。理由：")
  String withdrawnOn(Object day);

  @Message("本公示已更正，现为第 {number} 版；以前公示的内容见下。")
  String correctedTo(Object number);

  @Message("检查时间")
  String finishedAt();

  @Message("结果")
  String theResult();

  @Message("（最迟应在 {day} 公示）")
  String dueBy(Object day);

  @Message("（最迟应在 {day} 公示，暂定）")
  String dueProvisional(Object day);

  @Message("索引号")
  String indexNumber();

  @Message("主题分类")
  String topic();

  @Message("发布机构")
  String publisher();

  @Message("成文日期")
  String writtenOn();

  @Message("效力状态")
  String validity();

  @Message(
      "{#switch code}{#case 'IN_FORCE'}有效{#case 'AMENDED'}有效（已作调整或更正）{#case 'VOID'}失效{#case 'EXPIRED'}公示期满，内容不再公示{#case 'REPAIRED'}已信用修复，内容不再公示{#else}{code}{/switch}")
  String validityOf(String code);

  @Message("第 {number} 版：{from} 至 {until} 公示")
  String versionPublic(Object number, Object from, Object until);

  @Message("已更正，不再有效。更正理由：")
  String wasCorrected();

  @Message("原来公示")
  String wasPublic();

  @Message("更正为")
  String correctedAs();

  @Message("通报公告")
  String bulletins();

  @Message("通报")
  String bulletin();

  @Message("数字统计日")
  String countedOn();

  @Message("单位")
  String unit();

  @Message("发现问题的检查")
  String problems();

  @Message("责成整改的督导单")
  String toBePutRight();

  @Message("提醒的督导单")
  String reminded();

  @Message("年度考核得分")
  String score();

  @Message("通报以前各单位都可以陈述意见，由两名督导人员先后拟定、办结。只通报单位，不通报个人。")
  String unitsOnly();
}
