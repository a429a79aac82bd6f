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
  /**
   * A row of a table.
   *
   * @param look of its state
   */
  public record Line(String name, String code, String state, String look, String number) {}

  static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("title", "样式"),
          Map.entry("name", "名称"),
          Map.entry("code", "代码"),
          Map.entry("state", "状态"),
          Map.entry("number", "数量"),
          Map.entry("hint", "按登记证书填写全称"),
          Map.entry("day", "生效日期"),
          Map.entry("reason", "原因"),
          Map.entry("results", "检查结果"),
          Map.entry("labels", "监管标签"),
          Map.entry("file", "名录文件"),
          Map.entry("law", "实施方案 二（四）"),
          Map.entry("act", "上报至邢台市局"),
          Map.entry("danger", "作废抽取"),
          Map.entry("stays", "作废后，名单和种子仍公开可查，注明作废人、时间和原因。"),
          Map.entry("told", "已导入 298 户，2 户待改。"),
          Map.entry("warn", "距公示期限还剩 6 个工作日（4月13日前）。"),
          Map.entry("none", "还没有抽查任务"),
          Map.entry("noneWhy", "年度计划公示以后，任务出现在这里。"),
          Map.entry("plan", "去看年度计划"),
          Map.entry("of", "共 3,012 户"),
          Map.entry("rate", "年度抽查企业占比"),
          Map.entry("reading", "正在读取"),
          Map.entry("pace", "每秒 2,400 行"),
          Map.entry("ask", "为什么抽中这一户？"),
          Map.entry("answer", "票号排在第 12 位，本层抽 30 户。"));

  static final List<Choice> CHOICES =
      List.of(
          new Choice("YES", "未发现问题"),
          new Choice("NO", "发现问题，已责令改正"),
          new Choice("GONE", "通过登记的住所（经营场所）无法联系"));

  static final List<Line> LINES =
      List.of(
          new Line("清河县泰业汽车维修有限公司", "91130534MA0000001X", "存续", "ok", "12"),
          new Line(
              "河北省邢台市清河县示例道路旅客运输与普通货物运输及机动车综合性能检测服务股份有限公司",
              "91130534MA0000002Y",
              "停业",
              "warn",
              "1,204"),
          new Line("示例场站", "CZ-0001", "注销", "bad", "0"),
          new Line("示例密封件", "MF-0001", "已封存", "sealed", "3"));

  static final List<Step> STEPS =
      List.of(
          new Step("制定", Step.Stage.DONE, "1月9日", "/publication/ui/style"),
          new Step("上报", Step.Stage.DONE, "1月12日", ""),
          new Step("批准", Step.Stage.LATE, "应在1月20日前", ""),
          new Step("公示", Step.Stage.NOW, "1月31日前", ""),
          new Step("抽取", Step.Stage.LATER, "", ""));

  static final List<Happening> HAPPENINGS =
      List.of(
          new Happening(
              "登记状态变更为“停业”，自 2023-03-01 起",
              "registrar 申请，approver 批准",
              "2023-03-15",
              "2023-03-17",
              "企业申请停业",
              "实施方案 二（一）",
              "/publication/ui/style",
              false),
          new Happening("登记状态变更为“注销”", "registrar", "2023-03-02", "", "登记错误", "", "", true),
          Happening.of("登记入库", "registrar", "2023-01-05", "2023-01-05", ""));

  static final Chart BARS =
      new Chart(
          "按季度抽查户数，截至 2023-12-31",
          "户",
          Chart.Form.BARS,
          List.of(
              new Chart.Point("一季度", 24, "24"),
              new Chart.Point("二季度", 61, "61"),
              new Chart.Point("三季度", 0, "0"),
              new Chart.Point("四季度", 38, "38")),
          45,
          "45 户，年度计划");

  static final Chart LINE =
      new Chart(
          "年度抽查企业占比",
          "%",
          Chart.Form.LINE,
          List.of(
              new Chart.Point("2019", 2.1, "2.1"),
              new Chart.Point("2020", 2.8, "2.8"),
              new Chart.Point("2021", 3.2, "3.2"),
              new Chart.Point("2022", 3.0, "3.0"),
              new Chart.Point("2023", 3.6, "3.6")),
          3,
          "3%，实施方案 二（二）");

  private StyleSamples() {}

  /** A refusal in every field. */
  static FilledForm refused(FilledForm form) {
    return form.with("code", "9113")
        .with("state", "NO")
        .with("day", "2023-03-15")
        .with("reason", "企业申请停业")
        .refused(
            List.of(
                new FilledForm.Fault("", "数据已被他人修改，请刷新后再试。"),
                new FilledForm.Fault("code", "“9113”不是统一社会信用代码，应为 18 位。"),
                new FilledForm.Fault("state", "请从列表中选择。"),
                new FilledForm.Fault("day", "2023-13-01 不是日期。请改为年-月-日，例如 2023-03-15。"),
                new FilledForm.Fault("reason", "请写明原因。"),
                new FilledForm.Fault("results", "请选择一项。"),
                new FilledForm.Fault("labels", "至少选择一项。"),
                new FilledForm.Fault("file", "不是表格文件。请用 xlsx 或 csv。")),
            false);
  }

  /** Another has changed what was filled in. */
  static FilledForm conflict(FilledForm form) {
    return form.with("name", "清河县泰业汽车维修厂")
        .refused(List.of(new FilledForm.Fault("", "数据已被他人修改，请刷新后再试。")), true)
        .over("8", Map.of("name", "清河县泰业汽车维修有限公司"));
  }
}
