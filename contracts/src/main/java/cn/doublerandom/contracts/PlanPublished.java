package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annual plan (年度抽查工作计划) was published (二(二) 公示).
 *
 * @param planKey region and year, for example {@code 130534-2023}
 * @param issuer 单位 that sealed the plan
 * @param title heading of the table
 * @param tableDate 制表时间, as printed
 * @param publishedOn day of publication, Asia/Shanghai
 * @param tasks rows of the table, in its order
 * @param version counts from 1; absent in records from before it was told
 * @param reason why it was adjusted; absent in the first version
 * @param documentNumber 发文字号 it was reported with, the same in every version; absent where none was
 *     given, and in records from before it was told
 */
public record PlanPublished(
    String planKey,
    String issuer,
    String title,
    String tableDate,
    LocalDate publishedOn,
    List<Task> tasks,
    @Nullable Integer version,
    @Nullable String reason,
    @Nullable String documentNumber)
    implements IntegrationEvent {

  /**
   * One row, in the eleven columns of the plan table, and what was read from them.
   *
   * @param drawType TARGETED (定向) or NON_TARGETED (不定向)
   * @param rate as printed, for example {@code 10%}
   * @param drawFrom first day of the draw window
   * @param drawTo last day of the draw window
   * @param batches how often it is drawn in that time; absent where once, and in records from
   *     before it was told
   */
  public record Task(
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
      LocalDate drawFrom,
      LocalDate drawTo,
      @Nullable Integer batches) {}
}
