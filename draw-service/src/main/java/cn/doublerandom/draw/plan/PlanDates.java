package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a plan passed each of its steps, and under which number; three of them have 31 January as
 * their last day (R25).
 *
 * @param approvedOn by the 分管领导
 * @param reportedOn to the level above (上报)
 * @param publishedOn to everybody (公示), the version in force
 * @param firstPublishedOn the first version; an adjustment in June makes no plan late
 * @param documentNumber 发文字号 it was reported with, in every version; absent where none was given
 */
public record PlanDates(
    @Nullable LocalDate approvedOn,
    @Nullable LocalDate reportedOn,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate firstPublishedOn,
    @Nullable String documentNumber) {
  static final PlanDates NONE = new PlanDates(null, null, null, null, null);

  static PlanDates approved(LocalDate on) {
    return new PlanDates(on, null, null, null, null);
  }

  /** A plan is reported on the first day that was told; a number that was given stays. */
  PlanDates reported(PlanEvent.PlanReported told) {
    return new PlanDates(
        approvedOn,
        reportedOn == null ? told.reportedOn() : reportedOn,
        null,
        null,
        told.documentNumber() == null ? documentNumber : told.documentNumber());
  }

  PlanDates published(LocalDate on) {
    return new PlanDates(
        approvedOn,
        reportedOn,
        on,
        firstPublishedOn == null ? on : firstPublishedOn,
        documentNumber);
  }
}
