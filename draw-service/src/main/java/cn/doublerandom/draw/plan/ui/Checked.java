package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.PlanChecks;
import cn.doublerandom.draw.plan.PlanContent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.reading.Share;
import cn.doublerandom.pagekit.Chart;
import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a plan amounts to, as its page shows it.
 *
 * @param coverageOf what the percentage is made of
 * @param floor what it is held against, in words
 * @param met whether it reaches that
 */
@TemplateData
public record Checked(
    String percent,
    String coverageOf,
    String floor,
    boolean met,
    String visits,
    String saved,
    String perInspector,
    String staff,
    int uncovered,
    List<Size> sizes,
    Chart months,
    List<String> conflicts,
    List<String> warnings) {

  /**
   * @param inScope empty as long as nobody decided the scope
   * @param drawn each time; empty where the plan leaves it open
   */
  @TemplateData
  public record Size(
      String task, String name, String quota, String inScope, String drawn, int batches) {}

  /** A claimed item without a task, or with a reason why it has none. */
  @TemplateData
  public record Item(String code, String name, String why) {}

  static Checked of(PlanChecks.Report report, PlanContent content, Terms terms, CheckWords words) {
    PlanChecks.Coverage coverage = report.coverage();
    PlanChecks.Staffing staffing = report.staffing();
    String floor = coverage.floor();
    return new Checked(
        coverage.percent(),
        words.coverageOf(
            Terms.grouped(coverage.inspected()),
            Terms.grouped(coverage.enterprises()),
            words.basis()),
        floor == null
            ? words.noFloor()
            : coverage.met()
                ? words.coverageMet(Share.of(floor).percent())
                : words.coverageBelow(Share.of(floor).percent()),
        coverage.met(),
        Terms.grouped(staffing.visits()),
        staffing.visitsSaved() == 0 ? "" : words.visitsSaved(Terms.grouped(staffing.visitsSaved())),
        Terms.grouped(staffing.perInspector()),
        words.staff(Terms.grouped(staffing.inspectors()), Terms.grouped(staffing.teamSize())),
        report.uncovered().size(),
        report.sizes().stream().map(size -> size(size, content, terms)).toList(),
        months(report.months(), words),
        report.conflicts().stream().map(c -> conflict(c, words)).toList(),
        terms.warnings(report.warnings()));
  }

  private static Size size(PlanChecks.Size size, PlanContent content, Terms terms) {
    PlanTask task = content.find(size.task()).orElseThrow();
    Long drawn = size.drawn();
    boolean isOpen = !content.scopes().containsKey(size.task());
    return new Size(
        size.task(),
        task.taskName(),
        terms.quota(content, task),
        isOpen ? "" : Terms.grouped(size.inScope()),
        drawn == null || isOpen ? "" : Terms.grouped(drawn),
        size.batches());
  }

  private static Chart months(Map<String, Integer> months, CheckWords words) {
    return new Chart(
        words.months(),
        words.monthUnit(),
        Chart.Form.BARS,
        new TreeMap<>(months)
            .entrySet().stream()
                .map(m -> new Chart.Point(m.getKey(), m.getValue(), Terms.grouped(m.getValue())))
                .toList(),
        -1,
        "");
  }

  private static String conflict(PlanChecks.Conflict conflict, CheckWords words) {
    String[] cap = conflict.cap().split(" × ", 2);
    BigDecimal most = fraction(cap[1]).multiply(new BigDecimal(cap[0]));
    return words.conflictLine(
        conflict.task(),
        readable(fraction(conflict.tiers())),
        readable(most),
        readable(fraction(conflict.excess())));
  }

  private static BigDecimal fraction(String text) {
    String[] parts = text.split("/", 2);
    return new BigDecimal(parts[0]).divide(new BigDecimal(parts[1]), 6, RoundingMode.HALF_UP);
  }

  private static String readable(BigDecimal number) {
    return number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  /** How many of a task are drawn each time. */
  public String drawnOf(String task) {
    return sizes.stream()
        .filter(size -> size.task().equals(task))
        .map(Size::drawn)
        .findFirst()
        .orElse("");
  }

  /** Items that have neither a task nor a reason. */
  static List<Item> items(
      PlanChecks.Report report, PlanContent content, Map<String, String> names) {
    return report.uncovered().stream()
        .filter(code -> !content.justified().containsKey(code))
        .map(code -> new Item(code, names.getOrDefault(code, code), ""))
        .toList();
  }

  static List<Item> justified(PlanContent content, Map<String, String> names) {
    return new TreeMap<>(content.justified())
        .entrySet().stream()
            .map(
                e -> new Item(e.getKey(), names.getOrDefault(e.getKey(), e.getKey()), e.getValue()))
            .toList();
  }
}
