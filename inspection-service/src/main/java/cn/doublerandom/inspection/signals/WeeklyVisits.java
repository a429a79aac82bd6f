package cn.doublerandom.inspection.signals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Visits that were finished, week by week from Monday to Sunday.
 *
 * @param weeks each with its number, the week of today last; none is left out
 */
public record WeeklyVisits(List<Week> weeks) {
  public WeeklyVisits {
    weeks = List.copyOf(weeks);
  }

  /** One week. */
  public record Week(LocalDate monday, long visits) {}

  /** The Monday with which so many weeks begin, the one of today the last of them. */
  public static LocalDate first(LocalDate today, int weeks) {
    return monday(today).minusWeeks(weeks - 1L);
  }

  /** Of visits, whatever became of their results. */
  public static WeeklyVisits of(Collection<VisitTrace> visits, LocalDate today, int weeks) {
    List<LocalDate> mondays =
        visits.stream()
            .map(VisitTrace::finishedOn)
            .filter(Objects::nonNull)
            .map(WeeklyVisits::monday)
            .toList();
    List<Week> all = new ArrayList<>();
    for (LocalDate week = first(today, weeks);
        !week.isAfter(monday(today));
        week = week.plusWeeks(1)) {
      LocalDate monday = week;
      all.add(new Week(monday, mondays.stream().filter(monday::equals).count()));
    }
    return new WeeklyVisits(all);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
