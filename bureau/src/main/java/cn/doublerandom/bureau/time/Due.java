package cn.doublerandom.bureau.time;

import cn.doublerandom.bureau.rules.RuleBook;
import java.time.LocalDate;
import java.util.List;

/**
 * When something is due, and why then.
 *
 * @param on last day
 * @param provisional true where a day was counted in a year without a notice
 * @param reminders days on which it is said that it is due soon, ascending
 */
public record Due(
    LocalDate on, boolean provisional, DeadlineBasis basis, List<Reminder> reminders) {
  public Due {
    reminders = List.copyOf(reminders);
  }

  /** Of which nobody is reminded. */
  public Due(LocalDate on, boolean provisional, DeadlineBasis basis) {
    this(on, provisional, basis, List.of());
  }

  /** Publication of what was found in an inspection finished on a day (二(四)). */
  public static Due publication(LocalDate finished, RuleBook rules, WorkdayCalendar calendar) {
    return after(finished, rules.publicationDays(finished), rules, calendar);
  }

  /** The answer to an objection (异议) raised on a day. */
  public static Due answer(LocalDate raised, RuleBook rules, WorkdayCalendar calendar) {
    return after(raised, rules.objectionDays(raised), rules, calendar);
  }

  private static Due after(
      LocalDate begun, int workingDays, RuleBook rules, WorkdayCalendar calendar) {
    WorkdayCalendar.Deadline deadline = calendar.after(begun, workingDays);
    return new Due(
        deadline.due(),
        deadline.provisional(),
        new DeadlineBasis(
            rules.inForce(begun), workingDays, calendar.basis(deadline.due()).orElse(null)),
        Reminder.of(begun, deadline.due(), calendar));
  }
}
