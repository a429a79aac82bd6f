package cn.doublerandom.publication.result;

import java.time.LocalDate;
import java.util.List;

/**
 * A visit that was finished and whose result was not recorded in time (二(四), R40).
 *
 * @param dueOn the last day, which has passed
 */
public record MissingResult(
    String resultId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    LocalDate finishedOn,
    LocalDate dueOn,
    boolean provisional) {
  MissingResult due(LocalDate on, boolean isProvisional) {
    return new MissingResult(
        resultId, drawId, planId, taskId, subjectId, finishedOn, on, isProvisional);
  }

  /** The same as a result of which nothing is known yet. */
  public ResultContent content() {
    return new ResultContent(
        resultId,
        drawId,
        planId,
        taskId,
        subjectId,
        "",
        finishedOn,
        dueOn,
        provisional,
        List.of(),
        List.of(),
        null,
        null,
        null);
  }
}
