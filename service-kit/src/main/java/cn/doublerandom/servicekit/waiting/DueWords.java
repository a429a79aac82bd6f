package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.bureau.time.WorkdayCalendar;
import java.time.LocalDate;

/** How long there is until a last day that is counted in working days, or how long ago it was. */
public record DueWords(String chinese, String english) {
  /**
   * The working days after today up to the last day, it included; of a day that has passed those
   * after it up to today.
   *
   * @param due at most {@link WorkdayCalendar#MAX_DAYS} days away, else no number is said
   */
  public static DueWords of(LocalDate due, LocalDate today, WorkdayCalendar calendar) {
    if (due.isBefore(today)) {
      return over(due, today, calendar);
    } else if (due.isAfter(today.plusDays(WorkdayCalendar.MAX_DAYS))) {
      return new DueWords(DayWords.chinese(due, today) + "前", "by " + DayWords.english(due, today));
    }
    long left = workdays(today, due, calendar);
    return left == 0
        ? new DueWords("今日到期", "due today")
        : new DueWords(
            "还剩 " + left + " 个工作日",
            left + (left == 1 ? " working day left" : " working days left"));
  }

  private static DueWords over(LocalDate due, LocalDate today, WorkdayCalendar calendar) {
    long over =
        due.isBefore(today.minusDays(WorkdayCalendar.MAX_DAYS))
            ? 0
            : workdays(due, today, calendar);
    return over == 0
        ? new DueWords("已逾期", "overdue")
        : new DueWords(
            "已超 " + over + " 个工作日",
            over + (over == 1 ? " working day overdue" : " working days overdue"));
  }

  /** After a day up to another one, it included. */
  private static long workdays(LocalDate after, LocalDate to, WorkdayCalendar calendar) {
    return after.plusDays(1).datesUntil(to.plusDays(1)).filter(calendar::isWorkday).count();
  }
}
