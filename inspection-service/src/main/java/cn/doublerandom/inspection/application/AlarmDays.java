package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.rules.Escalation;
import cn.doublerandom.bureau.rules.RuleValue;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.inspection.followup.Alarm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** On which days somebody is told that a follow-up is still open. */
final class AlarmDays {
  private AlarmDays() {}

  /** Ascending; what would have come before today comes tomorrow at the earliest. */
  static List<Alarm> of(
      RuleValue.FollowUpTerms terms, LocalDate due, LocalDate today, WorkdayCalendar calendar) {
    List<Alarm> alarms = new ArrayList<>();
    for (int before : terms.remindBefore()) {
      LocalDate on = calendar.before(due, before);
      if (on.isAfter(today)) {
        alarms.add(new Alarm(on, Alarm.What.REMINDER, "inspector"));
      }
    }
    alarms.add(new Alarm(due.plusDays(1), Alarm.What.OVERDUE, "unit-lead"));
    for (Escalation step : terms.escalations()) {
      alarms.add(
          new Alarm(
              calendar.after(due, step.afterDays()).due().plusDays(1),
              Alarm.What.ESCALATION,
              step.role()));
    }
    alarms.sort(Comparator.comparing(Alarm::on).thenComparing(Alarm::what));
    return alarms;
  }
}
