package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row of a plan.
 *
 * @param drawType 定向抽查 or 不定向抽查
 * @param batches how often it is drawn; absent where once, and where it was not told
 */
public record PlanTask(
    String planNumber,
    String planName,
    String taskNumber,
    String taskName,
    String drawType,
    String rate,
    String items,
    String scope,
    String leadUnit,
    String jointUnit,
    String drawPeriod,
    LocalDate from,
    LocalDate to,
    @Nullable Integer batches) {
  static PlanTask unknown(String planNumber, String taskNumber) {
    return new PlanTask(
        planNumber,
        "",
        taskNumber,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        LocalDate.EPOCH,
        LocalDate.EPOCH,
        null);
  }

  /** The row of a plan with these numbers; where it has none, the bare numbers. */
  public static PlanTask of(Optional<PlanNotice> plan, String planNumber, String taskNumber) {
    return plan.flatMap(p -> p.task(planNumber, taskNumber))
        .orElseGet(() -> unknown(planNumber, taskNumber));
  }
}
