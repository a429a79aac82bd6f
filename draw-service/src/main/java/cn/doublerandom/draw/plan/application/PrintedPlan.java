package cn.doublerandom.draw.plan.application;

import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanTable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is printed of a published plan.
 *
 * @param version from 1; an adjustment makes the next
 * @param publishedOn this version
 * @param documentNumber 发文字号; empty where the plan has none
 */
public record PrintedPlan(
    String planKey, int version, LocalDate publishedOn, PlanTable table, String documentNumber) {
  /** The published version; empty where there is none. */
  public static Optional<PrintedPlan> of(String planKey, AnnualPlan plan) {
    AnnualPlan.Published published =
        switch (plan) {
          case AnnualPlan.Published here -> here;
          case AnnualPlan.Adjusting adjusting -> adjusting.published();
          case AnnualPlan.Absent absent -> null;
          case AnnualPlan.Draft draft -> null;
          case AnnualPlan.Submitted submitted -> null;
          case AnnualPlan.Approved approved -> null;
          case AnnualPlan.Reported reported -> null;
        };
    if (published == null || published.dates().publishedOn() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new PrintedPlan(
            planKey,
            published.version(),
            published.dates().publishedOn(),
            published.content().table(),
            Objects.requireNonNullElse(published.dates().documentNumber(), "")));
  }
}
