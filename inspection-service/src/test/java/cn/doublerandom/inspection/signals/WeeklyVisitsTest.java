package cn.doublerandom.inspection.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Visits week by week, as the board shows them. */
class WeeklyVisitsTest {
  /** A Thursday. */
  private static final LocalDate TODAY = LocalDate.of(2025, 3, 13);

  private static List<VisitTrace> finished(String... days) {
    return IntStream.range(0, days.length)
        .mapToObj(i ->
            Years.visit(
                i,
                Years.UNIT,
                LocalDate.parse(days[i]).atTime(9, 0).toInstant(ZoneOffset.ofHours(8)),
                Duration.ofHours(1),
                false,
                ""))
        .toList();
  }

  @Test
  void a_week_begins_on_monday_and_ends_on_sunday_and_one_without_visits_is_shown_too() {
    WeeklyVisits weeks =
        WeeklyVisits.of(
            finished("2025-02-23", "2025-02-24", "2025-03-02", "2025-03-10", "2025-03-13"),
            TODAY,
            3);

    assertThat(weeks.weeks())
        .containsExactly(
            new WeeklyVisits.Week(LocalDate.of(2025, 2, 24), 2),
            new WeeklyVisits.Week(LocalDate.of(2025, 3, 3), 0),
            new WeeklyVisits.Week(LocalDate.of(2025, 3, 10), 2));
  }

  @Test
  void weeks_go_on_over_new_year() {
    LocalDate january = LocalDate.of(2025, 1, 8);
    assertThat(WeeklyVisits.first(january, 3)).isEqualTo(LocalDate.of(2024, 12, 23));
    assertThat(WeeklyVisits.of(finished("2024-12-31", "2025-01-01"), january, 2).weeks())
        .containsExactly(
            new WeeklyVisits.Week(LocalDate.of(2024, 12, 30), 2),
            new WeeklyVisits.Week(LocalDate.of(2025, 1, 6), 0));
  }

  @Test
  void a_visit_that_is_not_over_is_in_no_week() {
    List<VisitTrace> open =
        finished("2025-03-13").stream()
            .map(visit -> visit.times(visit.startedAt(), null, null, null, false))
            .toList();
    assertThat(WeeklyVisits.of(open, TODAY, 1).weeks())
        .containsExactly(new WeeklyVisits.Week(LocalDate.of(2025, 3, 10), 0));
  }
}
