package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;

/** What happens on a visit. */
public sealed interface VisitEvent {
  record VisitAssigned(Assignment assignment) implements VisitEvent {}

  /**
   * @param present the officers on site
   */
  record InspectionStarted(List<String> present, LocalDate on) implements VisitEvent {}

  record ItemChecked(Answer answer, String by) implements VisitEvent {}

  /**
   * The clock T0 of the deadline.
   *
   * @param dueOn last day for recording and publication
   * @param provisional dueOn falls in a year without a holiday notice
   */
  record InspectionFinished(LocalDate on, LocalDate dueOn, boolean provisional)
      implements VisitEvent {}

  /** The twentieth working day has ended and nothing was recorded (二(四), R40). */
  record DeadlineBreached(LocalDate dueOn) implements VisitEvent {}

  /**
   * @param codes of the subject
   * @param unit whose officer recorded, and who must publish
   */
  record ResultRecorded(List<String> codes, String by, String unit, LocalDate on)
      implements VisitEvent {}
}
