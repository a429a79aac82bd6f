package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The team recorded what it found (二(四) 谁检查、谁录入).
 *
 * @param resultId the visit's id: draw and subject
 * @param drawId region-plan-task-round
 * @param planId 抽查计划编号
 * @param taskId 抽查任务编号
 * @param subjectId the inspected subject
 * @param inspectors ids of the team, ascending
 * @param unit the unit that inspected, recorded and must publish
 * @param finishedOn day the inspection was finished, Asia/Shanghai
 * @param dueOn last day for recording and publication: 20 working days after finishedOn
 * @param provisional true where dueOn falls in a year without a holiday notice
 * @param codes result codes of the subject, ascending; {@code 1} stands alone
 * @param findings what was found per item
 * @param units of the team, any of which may publish; absent where they were not told
 * @param recordedBy account that recorded, which does not publish; absent in records from before it
 *     was told
 * @param missingSignatures whose signature the record of the visit lacks, SUBJECT or the id of an
 *     inspector, as two people agreed; absent where nobody's is, and in records from before it was
 *     told
 */
public record ResultRecorded(
    String resultId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    List<String> inspectors,
    String unit,
    LocalDate finishedOn,
    LocalDate dueOn,
    boolean provisional,
    List<String> codes,
    List<Finding> findings,
    @Nullable List<String> units,
    @Nullable String recordedBy,
    @Nullable List<String> missingSignatures)
    implements IntegrationEvent {

  /**
   * What was found for one item.
   *
   * @param itemCode the inspected item
   * @param itemName 抽查事项名称
   * @param codes result codes of the item, ascending
   * @param note what was seen, in words; empty where nothing needs saying
   * @param violation what a finding weighs and leads to; absent where nothing was found, and in
   *     records from before it was told
   */
  public record Finding(
      String itemCode,
      String itemName,
      List<String> codes,
      String note,
      @Nullable Violation violation) {
    public Finding(String itemCode, String itemName, List<String> codes, String note) {
      this(itemCode, itemName, codes, note, null);
    }
  }

  /**
   * What a finding weighs, what it breaks, and what follows (后续处置措施).
   *
   * @param severity MINOR, ORDINARY or SERIOUS
   * @param clause of the law or regulation that is broken
   * @param measure NONE, STOPPED, CORRECTION_ORDER, CASE_FILED, AUTHORITY_NOTIFIED or OTHER
   */
  public record Violation(String severity, String clause, String measure) {}
}
