package cn.doublerandom.publication.opendata;

import static cn.doublerandom.publication.opendata.OpenColumn.codes;
import static cn.doublerandom.publication.opendata.OpenColumn.day;
import static cn.doublerandom.publication.opendata.OpenColumn.number;
import static cn.doublerandom.publication.opendata.OpenColumn.text;
import static cn.doublerandom.publication.opendata.OpenColumn.truth;

import java.util.List;

/** The columns of each table; what is not here is not in a file, whatever a notice holds. */
final class OpenColumns {
  /** 公示要素, as {@link cn.doublerandom.publication.notice.Imprint} has them. */
  private static final OpenColumn INDEX_NUMBER =
      text("indexNumber", "索引号", "Index number of the notice");

  private static final OpenColumn TOPIC =
      text("topic", "主题分类", "Topic, by the State Council's list");
  private static final OpenColumn PUBLISHER = text("publisher", "发布机构", "Bureau that publishes");
  private static final OpenColumn DOCUMENT_NUMBER =
      text("documentNumber", "发文字号", "Number of the document, if it has one");
  private static final OpenColumn WRITTEN_ON = day("writtenOn", "成文日期", "Day it was written");
  private static final OpenColumn PUBLISHED_ON = day("publishedOn", "公示日期", "Day of publication");
  private static final OpenColumn VALIDITY =
      text(
          "validity",
          "效力状态：IN_FORCE 有效、AMENDED 有效（已作调整或更正）、VOID 失效、EXPIRED 公示期满、REPAIRED 已信用修复",
          "IN_FORCE, AMENDED, VOID, EXPIRED or REPAIRED");

  static final List<OpenColumn> RESULTS =
      List.of(
          text("resultId", "结果编号", "Number of the result"),
          text("planId", "抽查计划编号", "Number of the plan"),
          text("planName", "抽查计划名称", "Name of the plan"),
          text("taskId", "抽查任务编号", "Number of the task"),
          text("taskName", "抽查任务名称", "Name of the task"),
          text("drawId", "抽取编号", "Number of the draw"),
          text("drawType", "抽查类型", "Kind of the draw, as the plan says it"),
          text("authority", "检查机关", "Bureau that inspected"),
          text("unit", "检查科室", "Unit whose officers inspected"),
          text("subjectId", "统一社会信用代码/注册号", "Credit code or number of the subject"),
          text("subjectName", "检查对象名称", "Name of the subject, as it was published"),
          text(
              "kind",
              "对象类型（登记簿），未登记的为空",
              "Kind of the subject in the register; absent if not in it"),
          truth("counts", "是否计入本年基数", "Whether the subject is one of the registered of the year"),
          truth(
              "countedAtEnd",
              "年末时是否计入本年基数（以后的更正不计）",
              "Whether it was when the year ended, without later corrections"),
          number("year", "计入的年度", "Year the result counts in"),
          day("finishedOn", "检查完成日期", "Day the visit was finished"),
          day("dueOn", "公示期限", "Last day for publication"),
          truth("provisional", "期限是否暂定", "Whether that day is provisional"),
          PUBLISHED_ON,
          truth("onTime", "是否按期公示", "Whether published on time, of a visit held in its window"),
          day("windowTo", "检查期间截止日（逾期检查的）", "Last day of the window, where visited after it"),
          INDEX_NUMBER,
          codes("codes", "检查结果代码", "Codes of the result"),
          text("text", "检查结果", "The result in words"),
          number("version", "第几版，从 1 起", "Version, counted from 1"),
          text(
              "state",
              "VALID 有效、CORRECTED 已更正、WITHDRAWN 已撤销、EXPIRED 公示期满、REPAIRED 已信用修复",
              "VALID, CORRECTED, WITHDRAWN, EXPIRED or REPAIRED; of the last two no name and no result"),
          day("withdrawnOn", "撤销日期", "Day of withdrawal"),
          text("reason", "最近一次更正或撤销的理由", "Why it was corrected last, or withdrawn"),
          day("publicUntil", "公示期至，没有期限的为空", "Last day of the publication, if it has one"),
          day("endedOn", "公示结束日期", "Since when its content is not public"),
          text(
              "contentHash",
              "原来公示内容的哈希（SHA-256）",
              "SHA-256 of what was public, as publication.results.v1 had it"),
          TOPIC,
          PUBLISHER,
          DOCUMENT_NUMBER,
          WRITTEN_ON,
          VALIDITY);

  static final List<OpenColumn> DRAWS =
      List.of(
          text("drawId", "抽取编号", "Number of the draw"),
          text("planId", "抽查计划编号", "Number of the plan"),
          text("taskId", "抽查任务编号", "Number of the task"),
          text("taskName", "抽查任务名称", "Name of the task"),
          text("authority", "检查机关", "Bureau that draws"),
          number("round", "第几次抽取", "Round, counted from 1"),
          text(
              "phase",
              "COMMITTED 已承诺、SEALED 已封存、EXECUTED 已抽取、VOIDED 已作废",
              "COMMITTED, SEALED, EXECUTED or VOIDED"),
          number("frameSize", "名单内户数", "Subjects in the frozen list"),
          number("drawn", "抽中户数", "Subjects drawn"),
          codes("selected", "抽中的代码，公布以后才有", "Codes of the drawn, once they are public"),
          text("commitHash", "承诺值", "Commitment"),
          text("resultHash", "结果哈希", "Hash of the result"),
          text("executeBy", "最迟抽取时间（UTC）", "Latest time of the draw, UTC"),
          day("executedOn", "抽取日期", "Day of the draw"),
          text("teamsOf", "为哪次抽取重新抽选人员", "Draw whose teams were drawn again here"),
          text("overdueSince", "自定时间已过（UTC）", "The time it named and did not keep, UTC"),
          text("voidReason", "作废理由", "Why it was voided"),
          text("bundle", "验证包地址", "Where its bundle lies"),
          INDEX_NUMBER,
          TOPIC,
          PUBLISHER,
          DOCUMENT_NUMBER,
          WRITTEN_ON,
          PUBLISHED_ON,
          VALIDITY);

  static final List<OpenColumn> PLANS =
      List.of(
          text("planKey", "计划", "The plan: region and year"),
          text("issuer", "制定机关", "Bureau that issued it"),
          text("title", "标题", "Title"),
          number("version", "第几版，从 1 起", "Version, counted from 1"),
          text("reason", "调整理由", "Why it was adjusted"),
          PUBLISHED_ON,
          text("planId", "抽查计划编号", "Number of the plan"),
          text("planName", "抽查计划名称", "Name of the plan"),
          text("taskId", "抽查任务编号", "Number of the task"),
          text("taskName", "抽查任务名称", "Name of the task"),
          text("drawType", "抽查类型", "Kind of the draw"),
          text("rate", "抽查比例", "Share to be drawn, as the plan says it"),
          text("items", "抽查事项", "Items"),
          text("scope", "抽查对象范围", "Range of subjects"),
          text("leadUnit", "发起科（股）室", "Unit that leads"),
          text("jointUnit", "联合科（股）室", "Units that join"),
          text("drawPeriod", "抽取日期", "When it is drawn"),
          day("from", "检查日期自", "First day of inspection"),
          day("to", "检查日期至", "Last day of inspection"),
          number("batches", "分几次抽取", "How often it is drawn"),
          INDEX_NUMBER,
          TOPIC,
          PUBLISHER,
          DOCUMENT_NUMBER,
          WRITTEN_ON,
          VALIDITY);

  static final List<OpenColumn> BULLETINS =
      List.of(
          text("bulletinId", "通报编号", "Number of the bulletin"),
          number("year", "通报的年度", "Year it is about"),
          number("issue", "期号，每年从 1 起", "Issue, counted from 1 in a year"),
          day("countedOn", "数字统计日", "Day its numbers were counted"),
          PUBLISHED_ON,
          text("unit", "单位", "Unit"),
          number("visits", "结果已确定的检查", "Visits whose result is final"),
          number("problems", "其中发现问题的", "Of them with a finding"),
          number("tickets", "已办结的督导单", "Tickets of supervision that were closed"),
          number("toBePutRight", "其中责成整改的", "Of them to be put right"),
          number("reminded", "其中提醒的", "Of them with a reminder"),
          number("points", "年度考核得分，没有考核的为空", "Points of its yearly assessment, if there was one"),
          number("base", "年度考核满分", "Of so many points"),
          INDEX_NUMBER,
          TOPIC,
          PUBLISHER,
          DOCUMENT_NUMBER,
          WRITTEN_ON,
          VALIDITY,
          day("withdrawnOn", "撤销日期", "Day of withdrawal"),
          text("reason", "撤销的理由", "Why it was withdrawn"));

  static final List<OpenColumn> OUTSTANDING =
      List.of(
          text(
              "what",
              "RESULT 结果未公示、VISIT 未在检查期间内检查、TASK 到期未抽取",
              "RESULT not public, VISIT not held in its window, TASK not drawn in time"),
          text("id", "编号，过了期限才公开", "Its number, public once its day has passed"),
          number("year", "计入的年度", "Year it counts in"),
          day("dueOn", "期限，过了才公开", "Its last day, public once that has passed"),
          truth("overdue", "是否已过期限", "Whether that day has passed"),
          truth("recorded", "结果是否已录入", "Of a result: whether it is recorded"),
          text(
              "adds",
              "使本年已检查户数增加一户的对象类型",
              "Kind of the registered subject it adds to those inspected in the year, if it does"),
          text("addsAtEnd", "同上，按年末的登记簿", "The same by the register as the year ended"));

  static final List<OpenColumn> REGISTER =
      List.of(
          text(
              "what",
              "TURN 自该年起增减、ADDED 年后补登、REMOVED 年后核减",
              "TURN from that year on, ADDED or REMOVED after that year"),
          number("year", "年度", "Year"),
          text("kind", "对象类型", "Kind of subjects"),
          number("number", "户数，减少的为负", "How many; fewer is negative"));

  private OpenColumns() {}
}
