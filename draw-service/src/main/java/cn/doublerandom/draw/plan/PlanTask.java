package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.Quota;
import cn.doublerandom.draw.reading.Share;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the plan table: its eleven cells without the white space inside them, and what was read
 * from them.
 *
 * @param planNumber 抽查计划编号
 * @param taskNumber 抽查任务编号 without 号
 * @param rate as printed
 * @param rateNum numerator of the rate of tables read before quotas were; else 0
 * @param rateDen denominator
 * @param drawFrom first day of 抽取日期
 * @param drawTo last day of 抽取日期
 * @param quota what was read from the rate; absent in tables read before quotas were
 * @param timesInYear how often the table says it is drawn in the year; absent where it does not
 */
public record PlanTask(
    String planNumber,
    String planName,
    String taskNumber,
    String taskName,
    DrawType drawType,
    String rate,
    int rateNum,
    int rateDen,
    String items,
    String scope,
    String leadUnit,
    String jointUnit,
    String drawPeriod,
    LocalDate drawFrom,
    LocalDate drawTo,
    @Nullable Quota quota,
    @Nullable Integer timesInYear) {

  /** 抽查类型: 定向 needs a scope predicate (R71). */
  public enum DrawType {
    TARGETED,
    NON_TARGETED
  }

  /** How many are to be drawn, as the plan says it. */
  public Quota quotaRead() {
    return quota == null ? new Quota.Percent(new Share(rateNum, rateDen)) : quota;
  }

  /** How many batches the plan schedules; one where it does not say. */
  public int batches() {
    return timesInYear == null ? 1 : timesInYear;
  }

  /** Plan and task number: what the task is called in addresses and draw ids. */
  public String key() {
    return planNumber + "-" + taskNumber;
  }
}
