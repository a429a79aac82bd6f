package cn.doublerandom.publication.ui;

import cn.doublerandom.pagekit.Chart;
import cn.doublerandom.pagekit.Choice;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.pagekit.Happening;
import cn.doublerandom.pagekit.Step;
import java.util.List;
import java.util.Map;

/** What the page of all parts shows; all of it is invented, the longest names among it. */
final class StyleSamples {
  private final boolean english;

  /**
   * @param english whether who reads the page reads English
   */
  StyleSamples(boolean english) {
    this.english = english;
  }

  private String say(String chinese, String words) {
    return english ? words : chinese;
  }

  /**
   * A row of a table.
   *
   * @param look of its state
   */
  public record Line(String name, String code, String state, String look, String number) {}

  Map<String, String> words() {
    return Map.ofEntries(
        Map.entry("title", say("样式", "Style")),
        Map.entry("name", say("名称", "Name")),
        Map.entry("code", say("代码", "Code")),
        Map.entry("state", say("状态", "State")),
        Map.entry("number", say("数量", "Number")),
        Map.entry("hint", say("按登记证书填写全称", "The whole name, as on the certificate")),
        Map.entry("day", say("生效日期", "First day")),
        Map.entry("reason", say("原因", "Reason")),
        Map.entry("results", say("检查结果", "Result")),
        Map.entry("labels", say("监管标签", "Labels")),
        Map.entry("file", say("名录文件", "File of the register")),
        Map.entry("law", say("实施方案 二（四）", "Implementation plan, section 2.4")),
        Map.entry("act", say("上报至邢台市局", "Report to the bureau of Xingtai")),
        Map.entry("danger", say("作废抽取", "Void the draw")),
        Map.entry(
            "stays",
            say(
                "作废后，名单和种子仍公开可查，注明作废人、时间和原因。",
                "List and seed of a draw that is void stay public, with who voided it, when and why.")),
        Map.entry(
            "told", say("已导入 298 户，2 户待改。", "298 subjects were imported, 2 are to be mended.")),
        Map.entry(
            "warn",
            say("距公示期限还剩 6 个工作日（4月13日前）。", "6 working days are left to publish it (by 13 April).")),
        Map.entry("none", say("还没有抽查任务", "No task yet")),
        Map.entry(
            "noneWhy",
            say("年度计划公示以后，任务出现在这里。", "Tasks stand here once the annual plan is published.")),
        Map.entry("plan", say("去看年度计划", "See the annual plans")),
        Map.entry("of", say("共 3,012 户", "of 3,012 subjects")),
        Map.entry("rate", say("年度抽查企业占比", "Share of enterprises inspected in the year")),
        Map.entry("reading", say("正在读取", "Being read")),
        Map.entry("pace", say("每秒 2,400 行", "2,400 rows a second")),
        Map.entry("ask", say("为什么抽中这一户？", "Why was this one drawn?")),
        Map.entry(
            "answer",
            say("票号排在第 12 位，本层抽 30 户。", "Its ticket is the 12th, and 30 of its class are drawn.")));
  }

  List<Choice> choices() {
    return List.of(
        new Choice("YES", say("未发现问题", "no problem found")),
        new Choice("NO", say("发现问题，已责令改正", "problem found, ordered to be mended")),
        new Choice(
            "GONE", say("通过登记的住所（经营场所）无法联系", "not to be reached at its registered address")));
  }

  List<Line> lines() {
    return List.of(
        new Line("清河县泰业汽车维修有限公司", "91130534MA0000001X", say("存续", "active"), "ok", "12"),
        new Line(
            "河北省邢台市清河县示例道路旅客运输与普通货物运输及机动车综合性能检测服务股份有限公司",
            "91130534MA0000002Y",
            say("停业", "suspended"),
            "warn",
            "1,204"),
        new Line("示例场站", "CZ-0001", say("注销", "cancelled"), "bad", "0"),
        new Line("示例密封件", "MF-0001", say("已封存", "sealed"), "sealed", "3"));
  }

  List<Step> steps() {
    return List.of(
        new Step(
            say("制定", "Written"),
            Step.Stage.DONE,
            say("1月9日", "9 January"),
            "/publication/ui/style"),
        new Step(say("上报", "Reported"), Step.Stage.DONE, say("1月12日", "12 January"), ""),
        new Step(say("批准", "Approved"), Step.Stage.LATE, say("应在1月20日前", "due by 20 January"), ""),
        new Step(say("公示", "Published"), Step.Stage.NOW, say("1月31日前", "by 31 January"), ""),
        new Step(say("抽取", "Drawn"), Step.Stage.LATER, "", ""));
  }

  List<Happening> happenings() {
    return List.of(
        new Happening(
            say("登记状态变更为“停业”，自 2023-03-01 起", "Status becomes “suspended” from 2023-03-01 on"),
            Happening.two("registrar", "approver"),
            "2023-03-15",
            "2023-03-17",
            say("企业申请停业", "the enterprise asked for it"),
            say("实施方案 二（一）", "Implementation plan, section 2.1"),
            "/publication/ui/style",
            false),
        new Happening(
            say("登记状态变更为“注销”", "Status becomes “cancelled”"),
            "registrar",
            "2023-03-02",
            "",
            say("登记错误", "entered by mistake"),
            "",
            "",
            true),
        Happening.of(
            say("登记入库", "Entered in the register"), "registrar", "2023-01-05", "2023-01-05", ""));
  }

  Chart bars() {
    return new Chart(
        say("按季度抽查户数，截至 2023-12-31", "Inspected by quarter, as of 2023-12-31"),
        say("户", "subjects"),
        Chart.Form.BARS,
        List.of(
            new Chart.Point(say("一季度", "Q1"), 24, "24"),
            new Chart.Point(say("二季度", "Q2"), 61, "61"),
            new Chart.Point(say("三季度", "Q3"), 0, "0"),
            new Chart.Point(say("四季度", "Q4"), 38, "38")),
        45,
        say("45 户，年度计划", "45, the annual plan"));
  }

  Chart line() {
    return new Chart(
        say("年度抽查企业占比", "Share of enterprises inspected in the year"),
        "%",
        Chart.Form.LINE,
        List.of(
            new Chart.Point("2019", 2.1, "2.1"),
            new Chart.Point("2020", 2.8, "2.8"),
            new Chart.Point("2021", 3.2, "3.2"),
            new Chart.Point("2022", 3.0, "3.0"),
            new Chart.Point("2023", 3.6, "3.6")),
        3,
        say("3%，实施方案 二（二）", "3 %, implementation plan, section 2.2"));
  }

  /** A refusal in every field. */
  FilledForm refused(FilledForm form) {
    return form.with("code", "9113")
        .with("state", "NO")
        .with("day", "2023-03-15")
        .with("reason", say("企业申请停业", "the enterprise asked for it"))
        .refused(
            List.of(
                new FilledForm.Fault(
                    "", say("数据已被他人修改，请刷新后再试。", "Somebody else changed it: load the page anew.")),
                new FilledForm.Fault(
                    "code",
                    say(
                        "“9113”不是统一社会信用代码，应为 18 位。",
                        "“9113” is no credit code, which has 18 characters.")),
                new FilledForm.Fault("state", say("请从列表中选择。", "Choose one of the list.")),
                new FilledForm.Fault(
                    "day",
                    say(
                        "2023-13-01 不是日期。请改为年-月-日，例如 2023-03-15。",
                        "2023-13-01 is no day; write it as 2023-03-15.")),
                new FilledForm.Fault("reason", say("请写明原因。", "Say why.")),
                new FilledForm.Fault("results", say("请选择一项。", "Choose one.")),
                new FilledForm.Fault("labels", say("至少选择一项。", "Choose one at least.")),
                new FilledForm.Fault(
                    "file", say("不是表格文件。请用 xlsx 或 csv。", "This is no table: use xlsx or csv."))),
            false);
  }

  /** Another has changed what was filled in. */
  FilledForm conflict(FilledForm form) {
    return form.with("name", "清河县泰业汽车维修厂")
        .refused(
            List.of(
                new FilledForm.Fault(
                    "", say("数据已被他人修改，请刷新后再试。", "Somebody else changed it: load the page anew."))),
            true)
        .over("8", Map.of("name", "清河县泰业汽车维修有限公司"));
  }
}
