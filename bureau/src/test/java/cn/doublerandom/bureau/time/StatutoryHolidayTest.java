package cn.doublerandom.bureau.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.bureau.time.IssuedNotices.NoticeAsked;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryHolidayTest {
  private static final HolidayNotice NOTICE =
      new HolidayNotice(
          "国办发明电〔2026〕9号",
          LocalDate.of(2026, 11, 10),
          2027,
          List.of(LocalDate.of(2027, 1, 1)),
          List.of(LocalDate.of(2027, 1, 3)));

  @ParameterizedTest
  @CsvSource({
    "NEW_YEAR, 2023-01-01, 元旦",
    "SPRING_FESTIVAL, 2023-01-22, 春节",
    "QINGMING, 2023-04-05, 清明节",
    "LABOUR_DAY, 2023-05-01, 劳动节",
    "DRAGON_BOAT, 2023-06-22, 端午节",
    "MID_AUTUMN, 2023-09-29, 中秋节",
    "NATIONAL_DAY, 2023-10-01, 国庆节"
  })
  void a_holiday_falls_on_its_day_and_has_its_name(
      StatutoryHoliday holiday, LocalDate day, String name) {
    assertThat(holiday.on(2023)).contains(day);
    assertThat(holiday.text()).isEqualTo(name);
  }

  @Test
  void the_moon_of_a_far_year_is_not_known_and_its_labour_day_is() {
    assertThat(StatutoryHoliday.SPRING_FESTIVAL.on(2057)).isEmpty();
    assertThat(StatutoryHoliday.LABOUR_DAY.on(2057)).contains(LocalDate.of(2057, 5, 1));
  }

  @Test
  void a_notice_issued_since_moves_the_days_it_arranges_and_no_others() {
    WorkdayCalendar calendar = new IssuedNotices(List.of(NOTICE)).calendar();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 3))).isTrue();
    assertThat(calendar.isWorkday(LocalDate.of(2027, 1, 2))).isFalse();
    assertThat(calendar.basis(LocalDate.of(2027, 5, 1))).contains("国办发明电〔2026〕9号");
    assertThat(calendar.notices()).hasSize(WorkdayCalendar.shipped().notices().size() + 1);
    assertThat(new IssuedNotices(List.of()).calendar()).isSameAs(WorkdayCalendar.shipped());
  }

  @Test
  void a_notice_is_found_by_its_number_be_it_shipped_or_issued_since() {
    IssuedNotices issued = new IssuedNotices(List.of(NOTICE));
    assertThat(issued.find("国办发明电〔2026〕9号")).contains(NOTICE);
    assertThat(issued.find("国办发明电〔2022〕16号")).isPresent();
    assertThat(issued.find("国办发明电〔2026〕8号")).isEmpty();
    assertThat(issued.asked()).isEmpty();
    assertThat(issued.notices()).containsExactly(NOTICE);
    assertThat(NOTICE.days()).containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3));
  }

  @Test
  void a_notice_somebody_typed_waits_with_his_name_and_his_reasons() {
    var typed = new NoticeAsked(NOTICE, Map.of(StatutoryHoliday.QINGMING, "与春节合并安排"), "clerk");
    IssuedNotices issued = new IssuedNotices(List.of(), Optional.of(typed));
    assertThat(issued.find(NOTICE.number())).isEmpty();
    NoticeAsked waiting = issued.asked().orElseThrow();
    assertThat(waiting.notice()).isEqualTo(NOTICE);
    assertThat(waiting.lacking()).containsEntry(StatutoryHoliday.QINGMING, "与春节合并安排");
    assertThat(waiting.by()).isEqualTo("clerk");
  }

  @ParameterizedTest
  @CsvSource({"0", "1001", "-1"})
  void a_period_has_one_to_a_thousand_working_days(int days) {
    assertThatThrownBy(() -> WorkdayCalendar.shipped().after(LocalDate.of(2023, 1, 29), days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("working days must be 1..1000, got " + days);
  }

  @Test
  void a_period_of_one_day_ends_on_the_next_working_day_and_one_of_a_thousand_is_counted() {
    WorkdayCalendar calendar = WorkdayCalendar.shipped();
    assertThat(calendar.after(LocalDate.of(2023, 3, 3), 1).due())
        .isEqualTo(LocalDate.of(2023, 3, 6));
    assertThat(calendar.after(LocalDate.of(2019, 1, 1), 1_000).provisional()).isFalse();
  }

  @Test
  void a_table_that_did_not_ship_is_told_by_its_name() {
    assertThatThrownBy(() -> ShippedTable.rows("/calendar/none.csv"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("/calendar/none.csv is not on the class path");
  }
}
