package cn.doublerandom.bureau.time;

import cn.doublerandom.bureau.rules.RuleBook;
import java.time.LocalDate;

/**
 * When something is due, and why then.
 *
 * @param on last day
 * @param provisional true where a day was counted in a year without a notice
 */
public record Due(LocalDate on, boolean provisional, DeadlineBasis basis) {
  /** Publication of what was found in an inspection finished on a day (二(四)). */
  public static Due publication(LocalDate finished, RuleBook rules, WorkdayCalendar calendar) {
    int days = rules.publicationDays(finished);
    WorkdayCalendar.Deadline deadline = calendar.after(finished, days);
    return new Due(
        deadline.due(),
        deadline.provisional(),
        new DeadlineBasis(
            rules.inForce(finished), days, calendar.basis(deadline.due()).orElse(null)));
  }
}
