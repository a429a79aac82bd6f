package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.List;

/**
 * A recorded result as it was told.
 *
 * @param unit that inspected and must publish
 * @param dueOn last day for publication
 * @param codes of the subject, ascending
 */
public record ResultContent(
    String resultId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    String unit,
    LocalDate finishedOn,
    LocalDate dueOn,
    boolean provisional,
    List<String> codes,
    List<Finding> findings) {
  public ResultContent {
    codes = List.copyOf(codes);
    findings = List.copyOf(findings);
  }

  /** The same with another last day. */
  ResultContent due(LocalDate on, boolean isProvisional) {
    return new ResultContent(
        resultId,
        drawId,
        planId,
        taskId,
        subjectId,
        unit,
        finishedOn,
        on,
        isProvisional,
        codes,
        findings);
  }

  /** What was found for one item; the note stays inside the bureau. */
  public record Finding(String itemCode, String itemName, List<String> codes) {}
}
