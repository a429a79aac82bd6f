package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineApproached;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineMoved;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionFinished;
import java.time.LocalDate;
import java.util.List;

/**
 * Until when a result is to be final (R40).
 *
 * @param dueOn last day
 * @param provisional dueOn falls in a year without a holiday notice
 * @param overdue dueOn has passed without a recorded result
 * @param reminders when it is to be said that the result is due soon, and was not said yet
 */
public record Term(
    LocalDate dueOn, boolean provisional, boolean overdue, List<Reminder> reminders) {
  public Term {
    reminders = List.copyOf(reminders);
  }

  static Term of(InspectionFinished finished) {
    return new Term(
        finished.dueOn(), finished.provisional(), false, Reminding.of(finished.reminders()));
  }

  static Term of(DeadlineMoved moved) {
    return new Term(moved.dueOn(), moved.provisional(), false, Reminding.of(moved.reminders()));
  }

  Term missed() {
    return new Term(dueOn, provisional, true, reminders);
  }

  Term reminded(DeadlineApproached said) {
    return new Term(dueOn, provisional, overdue, Reminding.after(reminders, said));
  }
}
