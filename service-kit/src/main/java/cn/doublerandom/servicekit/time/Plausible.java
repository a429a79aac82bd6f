package cn.doublerandom.servicekit.time;

import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_OFF_TOO_LONG;
import static cn.doublerandom.servicekit.time.CalendarRejection.NOTICE_OFF_TOO_MANY;

import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.decider.Decision;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What no notice has ever arranged: deadlines would not end. */
final class Plausible {
  /** 2020 春节 had ten, weekends within it too. */
  private static final int MOST_IN_A_ROW = 12;

  /** Thirteen statutory days, and as many that are made up for, are far below. */
  private static final int MOST_OF_A_YEAR = 45;

  private Plausible() {}

  /** Why a notice is not plausible. */
  static Optional<Decision<CalendarEvent>> refused(HolidayNotice notice, WorkdayCalendar known) {
    WorkdayCalendar after = known.with(List.of(notice));
    for (LocalDate day : notice.off()) {
      if (inARow(day, after) > MOST_IN_A_ROW) {
        return Optional.of(reject(NOTICE_OFF_TOO_LONG, told(day)));
      }
    }
    return notice.off().stream()
        .map(LocalDate::getYear)
        .distinct()
        .filter(year -> offOf(year, after) > MOST_OF_A_YEAR)
        .findFirst()
        .map(year -> reject(NOTICE_OFF_TOO_MANY, Map.of("field", "off", "year", year)));
  }

  private static Map<String, Object> told(LocalDate day) {
    return Map.of("field", "off", "day", day.toString());
  }

  /** Days in a row on which nobody works around a day off, as far as it matters. */
  private static long inARow(LocalDate off, WorkdayCalendar calendar) {
    return calendar.isWorkday(off) ? 0 : 1 + run(off, 1, calendar) + run(off, -1, calendar);
  }

  private static long run(LocalDate off, int step, WorkdayCalendar calendar) {
    return Stream.iterate(off.plusDays(step), day -> day.plusDays(step))
        .limit(MOST_IN_A_ROW)
        .takeWhile(day -> !calendar.isWorkday(day))
        .count();
  }

  private static long offOf(int year, WorkdayCalendar calendar) {
    List<DayOfWeek> weekend = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    return LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .filter(day -> !weekend.contains(day.getDayOfWeek()) && !calendar.isWorkday(day))
        .count();
  }
}
