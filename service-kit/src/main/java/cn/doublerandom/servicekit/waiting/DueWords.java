package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.bureau.time.WorkdayCalendar;
import java.time.LocalDate;

/** How long there is until a last day that is counted in working days. */
public record DueWords(String chinese, String english) {
  /**
   * The working days after today up to the last day, it included.
   *
   * @param due at most {@link WorkdayCalendar#MAX_DAYS} days away, else no number is said
   */
  public static DueWords of(LocalDate due, LocalDate today, WorkdayCalendar calendar) {
    if (due.isBefore(today)) {
      return new DueWords("已逾期", "overdue");
    } else if (due.isAfter(today.plusDays(WorkdayCalendar.MAX_DAYS))) {
      return new DueWords(DayWords.chinese(due, today) + "前", "by " + DayWords.english(due, today));
    }
    long left = today.plusDays(1).datesUntil(due.plusDays(1)).filter(calendar::isWorkday).count();
    return left == 0
        ? new DueWords("今日到期", "due today")
        : new DueWords(
            "还剩 " + left + " 个工作日",
            left + (left == 1 ? " working day left" : " working days left"));
  }
}
