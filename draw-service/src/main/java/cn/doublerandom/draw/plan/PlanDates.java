package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a plan passed each of its steps; three of them have 31 January as their last day (R25).
 *
 * @param approvedOn by the 分管领导
 * @param reportedOn to the level above (上报)
 * @param publishedOn to everybody (公示), the version in force
 * @param firstPublishedOn the first version; an adjustment in June makes no plan late
 */
public record PlanDates(
    @Nullable LocalDate approvedOn,
    @Nullable LocalDate reportedOn,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate firstPublishedOn) {
  static final PlanDates NONE = new PlanDates(null, null, null, null);
}
