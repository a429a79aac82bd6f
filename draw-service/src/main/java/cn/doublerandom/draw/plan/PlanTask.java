package cn.doublerandom.draw.plan;

import java.time.LocalDate;

/**
 * A row of the plan table: its eleven cells without the white space inside them, and what was read
 * from them.
 *
 * @param planNumber 抽查计划编号
 * @param taskNumber 抽查任务编号 without 号
 * @param rate as printed
 * @param rateNum numerator of the rate, at least 1
 * @param rateDen denominator
 * @param drawFrom first day of 抽取日期
 * @param drawTo last day of 抽取日期
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
    LocalDate drawTo) {

  /** 抽查类型: 定向 needs a scope predicate (R71). */
  public enum DrawType {
    TARGETED,
    NON_TARGETED
  }

  /** Plan and task number: what the task is called in addresses and draw ids. */
  public String key() {
    return planNumber + "-" + taskNumber;
  }
}
