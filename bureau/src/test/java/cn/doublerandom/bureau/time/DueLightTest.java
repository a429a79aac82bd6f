package cn.doublerandom.bureau.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueLightTest {
  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.shipped();

  @ParameterizedTest
  @CsvSource({
    // An ordinary week: Monday 13 March 2023.
    "2023-03-13, 2023-03-12, RED",
    "2023-03-13, 2023-03-13, AMBER",
    "2023-03-13, 2023-03-16, AMBER",
    "2023-03-13, 2023-03-17, GREEN",
    // Over a weekend: from Thursday three working days end on Tuesday.
    "2023-03-16, 2023-03-21, AMBER",
    "2023-03-16, 2023-03-22, GREEN",
    // Days off behind the third working day leave no more than three.
    "2023-03-14, 2023-03-17, AMBER",
    "2023-03-14, 2023-03-19, AMBER",
    "2023-03-14, 2023-03-20, GREEN",
    // 春节 2023: 21 to 27 January off, 28 and 29 worked.
    "2023-01-19, 2023-01-29, AMBER",
    "2023-01-19, 2023-01-30, GREEN"
  })
  void a_last_day_is_amber_from_three_working_days_on_and_red_once_it_has_passed(
      LocalDate today, LocalDate due, DueLight light) {
    assertThat(DueLight.of(due, today, CALENDAR)).isEqualTo(light);
  }

  @Test
  void the_near_day_agrees_with_the_working_days_that_are_left_on_every_day_of_a_year() {
    LocalDate first = LocalDate.of(2023, 1, 1);
    first
        .datesUntil(first.plusYears(1))
        .forEach(today -> {
          LocalDate near = DueLight.nearUntil(today, CALENDAR);
          assertThat(left(today, near)).as("left on %s", today).isEqualTo(DueLight.NEAR_WORKDAYS);
          assertThat(left(today, near.plusDays(1)))
              .as("left the day after, on %s", today)
              .isEqualTo(DueLight.NEAR_WORKDAYS + 1);
        });
  }

  private static long left(LocalDate today, LocalDate due) {
    return today.plusDays(1).datesUntil(due.plusDays(1)).filter(CALENDAR::isWorkday).count();
  }

  @Test
  void of_many_things_the_worst_is_the_light() {
    assertThat(DueLight.of(0, 0)).isEqualTo(DueLight.GREEN);
    assertThat(DueLight.of(2, 0)).isEqualTo(DueLight.AMBER);
    assertThat(DueLight.of(2, 1)).isEqualTo(DueLight.RED);
    assertThat(DueLight.of(0, 1)).isEqualTo(DueLight.RED);
  }
}
