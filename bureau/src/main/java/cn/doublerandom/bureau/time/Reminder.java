package cn.doublerandom.bureau.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A day on which it is said that something is due soon (R40): ten, five and two working days before
 * its last day, and on that day.
 *
 * @param workingDays left after that day, the last one included
 */
public record Reminder(LocalDate on, int workingDays) {
  private static final List<Integer> BEFORE = List.of(10, 5, 2, 0);

  /** Those of a period that began on a day, ascending; none falls on or before its beginning. */
  static List<Reminder> of(LocalDate begun, LocalDate due, WorkdayCalendar calendar) {
    List<Reminder> reminders = new ArrayList<>();
    for (int left : BEFORE) {
      LocalDate on = calendar.before(due, left);
      if (on.isAfter(begun)) {
        reminders.add(new Reminder(on, left));
      }
    }
    return List.copyOf(reminders);
  }
}
