package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.List;

/** What may be asked of a visit. */
public sealed interface VisitCommand {
  record AssignVisit(Assignment assignment) implements VisitCommand {}

  record StartInspection(List<String> present, String by, LocalDate today)
      implements VisitCommand {}

  record CheckItem(Answer answer, String by) implements VisitCommand {}

  /**
   * @param dueOn twenty working days after today, from the calendar
   */
  record FinishInspection(String by, LocalDate today, LocalDate dueOn, boolean provisional)
      implements VisitCommand {}

  record NoteDeadline(LocalDate today) implements VisitCommand {}

  record RecordResult(String by, String unit, LocalDate today) implements VisitCommand {}
}
