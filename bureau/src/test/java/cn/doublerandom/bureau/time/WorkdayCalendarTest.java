package cn.doublerandom.bureau.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkdayCalendarTest {
  private final WorkdayCalendar calendar = WorkdayCalendar.shipped();

  @ParameterizedTest
  @CsvSource({
    "2023-01-29, 2023-02-24",
    "2023-09-28, 2023-11-01",
    "2024-02-08, 2024-03-13",
    "2025-01-24, 2025-02-27",
    "2026-02-13, 2026-03-19"
  })
  void twenty_working_days_end_on_the_day_the_notices_say(LocalDate finished, LocalDate due) {
    assertThat(calendar.after(finished, 20)).isEqualTo(new WorkdayCalendar.Deadline(due, false));
  }

  @ParameterizedTest
  @CsvSource({"2026-12-25", "2018-11-30", "2027-03-01"})
  void a_period_in_a_year_without_a_notice_is_provisional(LocalDate finished) {
    assertThat(calendar.after(finished, 20).provisional()).isTrue();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/cn-workday-exceptions-2019-2026.csv", numLinesToSkip = 1)
  void the_notices_say_the_same_as_two_independent_lists(LocalDate day, String type) {
    assertThat(calendar.isWorkday(day)).isEqualTo(type.equals("MAKEUP_WORKDAY"));
  }

  @Test
  void every_notice_has_its_number_and_came_before_the_days_it_changes() {
    assertThat(calendar.notices()).hasSize(10);
    assertThat(calendar.notices())
        .allSatisfy(notice -> {
          assertThat(notice.number()).matches("国办发明电〔\\d{4}〕\\d+号");
          assertThat(notice.number()).contains(String.valueOf(notice.issuedOn().getYear()));
          assertThat(notice.days()).allMatch(day -> day.isAfter(notice.issuedOn()));
        });
  }

  @Test
  void a_later_notice_goes_before_an_earlier_one() {
    assertThat(calendar.isWorkday(LocalDate.of(2020, 2, 1))).isFalse();
    assertThat(calendar.basis(LocalDate.of(2020, 2, 1))).contains("国办发明电〔2020〕1号");
    assertThat(calendar.basis(LocalDate.of(2027, 1, 1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2023-01-29, true", "2023-01-27, false", "2024-02-09, true", "2024-02-18, true"})
  void a_makeup_workday_is_a_workday_and_a_holiday_is_none(LocalDate day, boolean workday) {
    assertThat(calendar.isWorkday(day)).isEqualTo(workday);
  }
}
