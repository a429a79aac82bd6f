package cn.doublerandom.contracts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 改期: two people agreed on which day a visit that has not begun is held; the last one told counts.
 * The window of the draw binds as before.
 *
 * @param visitId draw and subject
 * @param drawId region-plan-task-round
 * @param inspectors accounts of the team that day, ascending
 * @param day on which it is held, Asia/Shanghai
 * @param before the day agreed before; absent where there was none
 * @param agreedOn the day the second person agreed, Asia/Shanghai
 */
public record VisitRescheduled(
    String visitId,
    String drawId,
    String planId,
    String taskId,
    String subjectId,
    List<String> inspectors,
    LocalDate day,
    @Nullable LocalDate before,
    LocalDate agreedOn)
    implements IntegrationEvent {
  public VisitRescheduled {
    inspectors = List.copyOf(inspectors);
  }
}
