package cn.doublerandom.servicekit.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.time.WorkdayCalendar;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Last days are said in working days, before and after. */
class DueWordsTest {
  /** Monday. */
  private static final LocalDate MONDAY = LocalDate.of(2023, 3, 13);

  private static final WorkdayCalendar CALENDAR = WorkdayCalendar.shipped();

  private static DueWords due(LocalDate day) {
    return DueWords.of(day, MONDAY, CALENDAR);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-03-13, 今日到期, due today",
    "2023-03-14, 还剩 1 个工作日, 1 working day left",
    "2023-03-20, 还剩 5 个工作日, 5 working days left",
    "2023-03-10, 已超 1 个工作日, 1 working day overdue",
    "2023-03-06, 已超 5 个工作日, 5 working days overdue",
    "2023-03-11, 已超 1 个工作日, 1 working day overdue"
  })
  void working_days_are_counted_and_no_weekend(LocalDate day, String chinese, String english) {
    assertThat(due(day)).isEqualTo(new DueWords(chinese, english));
  }

  @Test
  void what_ended_on_a_saturday_is_overdue_on_the_sunday_after_it_without_a_number() {
    assertThat(
            DueWords.of(LocalDate.of(2023, 3, 11), LocalDate.of(2023, 3, 12), CALENDAR).chinese())
        .isEqualTo("已逾期");
  }

  @Test
  void a_day_years_away_has_no_number() {
    assertThat(due(MONDAY.plusYears(20)).chinese()).isEqualTo("2043年3月13日前");
    assertThat(due(MONDAY.minusYears(20)).chinese()).isEqualTo("已逾期");
  }
}
