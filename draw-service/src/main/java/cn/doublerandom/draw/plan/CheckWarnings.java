package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.QuotaReader;
import cn.doublerandom.draw.reading.QuotaReading;
import cn.doublerandom.draw.reading.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the numbers of a plan mean, in the words an approver reads. */
final class CheckWarnings {
  private CheckWarnings() {}

  static List<PlanWarning> of(
      PlanContent content,
      PlanChecks.Facts facts,
      PlanChecks.Coverage coverage,
      PlanChecks.Staffing staffing,
      List<String> falling,
      List<PlanChecks.Conflict> conflicts) {
    List<PlanWarning> warnings = new ArrayList<>();
    if (!coverage.met()) {
      warnings.add(
          new PlanWarning(
              "COVERAGE_BELOW_FLOOR",
              "预计抽查企业 %d 户，登记企业 %d 户（%s），低于年度下限 %s。"
                  .formatted(
                      coverage.inspected(),
                      coverage.enterprises(),
                      coverage.basis().text(),
                      coverage.floor())));
    }
    content
        .table()
        .tasks()
        .forEach(task -> {
          PlanChecks.TaskFacts of =
              facts.tasks().getOrDefault(task.key(), PlanChecks.TaskFacts.NONE);
          if (of.unreachable() > 0) {
            warnings.add(
                new PlanWarning(
                    "SUBJECTS_OUT_OF_REACH",
                    "任务 %s：范围内 %d 户中有 %d 户不在任何一级，抽不到；应为其规定比例，使人人都有可能被抽中。"
                        .formatted(task.key(), of.inScope(), of.unreachable())));
          }
        });
    content.table().tasks().forEach(task -> beside(task, content, facts).ifPresent(warnings::add));
    falling.forEach(task ->
        warnings.add(
            new PlanWarning("TIERS_NOT_MONOTONE", "任务 %s：风险较高的等级抽查比例反而较低。".formatted(task))));
    conflicts.forEach(c ->
        warnings.add(
            new PlanWarning(
                "TIERS_ABOVE_CAP",
                "任务 %s：分级比例合计 %s 户，超过总体上限 %s，超出 %s 户。"
                    .formatted(
                        c.task(), readable(c.tiers()), cap(c.cap()), readable(c.excess())))));
    LocalDate late =
        content.table().tasks().stream()
            .map(PlanTask::drawTo)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    long bunched =
        content.table().tasks().stream().filter(t -> t.drawFrom().getMonthValue() >= 11).count();
    if (content.table().tasks().size() > 1 && bunched * 2 > content.table().tasks().size()) {
      warnings.add(new PlanWarning("YEAR_END_BUNCHING", "多数任务集中在年底（至 %s），应均衡安排。".formatted(late)));
    }
    if (staffing.inspectors() < staffing.teamSize()) {
      warnings.add(
          new PlanWarning(
              "STAFF_TOO_FEW",
              "可抽取的执法人员 %d 名，不足每组 %d 名。".formatted(staffing.inspectors(), staffing.teamSize())));
    }
    return warnings;
  }

  /**
   * A cell with two numbers is read by one of them: the other is broken or kept by what is drawn,
   * and who approves sees both. Of plans of before it was asked for, too.
   */
  private static Optional<PlanWarning> beside(
      PlanTask task, PlanContent content, PlanChecks.Facts facts) {
    if (content.quotas().containsKey(task.key())
        || !(QuotaReader.read(task.rate()) instanceof Reading.Read<QuotaReading>(var read))
        || read.beside().isEmpty()) {
      return Optional.empty();
    }
    PlanChecks.TaskFacts of = facts.tasks().getOrDefault(task.key(), PlanChecks.TaskFacts.NONE);
    String drawn =
        TaskSizes.size(content.quota(task), of, facts.inspectors())
            .map(size -> "每批抽取 " + size + " 户")
            .orElse("每批抽取待定");
    return Optional.of(
        new PlanWarning(
            "QUOTA_BESIDE",
            "任务 %s：“%s”写了不止一个数，没有用到“%s”；范围内 %d 户，%s，请核对。"
                .formatted(
                    task.key(),
                    task.rate(),
                    String.join("”“", read.beside()),
                    of.inScope(),
                    drawn)));
  }

  /** 12345/100 as 123.45, at most two places. */
  private static String readable(String fraction) {
    String[] parts = fraction.split("/");
    return new BigDecimal(parts[0])
        .divide(new BigDecimal(parts[1]), 2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** 483 × 5/100 as the number it is, and how it comes about. */
  private static String cap(String product) {
    String[] parts = product.split(" × ");
    String[] share = parts[1].split("/");
    BigDecimal rate =
        new BigDecimal(share[0]).divide(new BigDecimal(share[1]), 6, RoundingMode.HALF_UP);
    return "%s 户（%s 户的 %s%%）"
        .formatted(
            new BigDecimal(parts[0])
                .multiply(rate)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString(),
            parts[0],
            rate.movePointRight(2).stripTrailingZeros().toPlainString());
  }
}
