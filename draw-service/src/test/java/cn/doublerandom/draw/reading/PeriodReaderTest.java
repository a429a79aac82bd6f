package cn.doublerandom.draw.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods of real plan tables, and those nobody should write. */
class PeriodReaderTest {
  private static PeriodReading read(String cell, int year) {
    return switch (PeriodReader.read(cell, OptionalInt.of(year))) {
      case Reading.Read<PeriodReading>(var reading) -> reading;
      case Reading.Refused<PeriodReading>(var reason) ->
          throw new AssertionError(cell + " " + reason);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "2023 年 3 月至 11 月, 2023, 2023-03-01, 2023-11-30",
    "2023年6月至10 月, 2023, 2023-06-01, 2023-10-31",
    "1-12月, 2024, 2024-01-01, 2024-12-31",
    "3月—12月, 2024, 2024-03-01, 2024-12-31",
    "2026年1月- 2026年11月, 2026, 2026-01-01, 2026-11-30",
    "2025年4月至10月, 2025, 2025-04-01, 2025-10-31",
    "2025年9月, 2025, 2025-09-01, 2025-09-30",
    "二月, 2024, 2024-02-01, 2024-02-29",
    "三月至十一月, 2023, 2023-03-01, 2023-11-30",
    "2023年3月1日至2023年11月30日, 2023, 2023-03-01, 2023-11-30",
    "3月1日-11月30日, 2023, 2023-03-01, 2023-11-30",
    "2023.3-2023.11, 2023, 2023-03-01, 2023-11-30",
    "2023-03-01至2023-11-30, 2023, 2023-03-01, 2023-11-30",
    "2023/3/1-2023/11/30, 2023, 2023-03-01, 2023-11-30",
    "20230301-20231130, 2023, 2023-03-01, 2023-11-30",
    "2023年3-11月, 2023, 2023-03-01, 2023-11-30",
    "3～11月, 2023, 2023-03-01, 2023-11-30",
    "全年, 2023, 2023-01-01, 2023-12-31",
    "2023年, 2023, 2023-01-01, 2023-12-31",
    "上半年, 2023, 2023-01-01, 2023-06-30",
    "第三季度, 2023, 2023-07-01, 2023-09-30",
    "2023年3月1日至30日, 2023, 2023-03-01, 2023-03-30",
    "3月1日-15日, 2023, 2023-03-01, 2023-03-15",
    "3月至年底, 2023, 2023-03-01, 2023-12-31",
    "3月至10月底, 2023, 2023-03-01, 2023-10-31"
  })
  void a_period_is_read_to_its_last_day(String cell, int year, String from, String to) {
    PeriodReading reading = read(cell, year);
    assertThat(reading.from()).as("from").hasToString(from);
    assertThat(reading.to()).as("to").hasToString(to);
    assertThat(reading.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2019年9月至11, 2019, 2019-09-01, 2019-11-30",
    "2021/12/20/, 2021, 2021-12-20, 2021-12-20",
    "11月中旬前, 2023, 2023-01-01, 2023-11-10",
    "11月15日前, 2023, 2023-01-01, 2023-11-15",
    "10月底前, 2023, 2023-01-01, 2023-10-31",
    "5月中旬, 2023, 2023-05-11, 2023-05-20",
    "3月上旬至5月下旬, 2023, 2023-03-01, 2023-05-31",
    "3月起, 2023, 2023-03-01, 2023-12-31",
    "3-5月、9-11月, 2023, 2023-03-01, 2023-11-30",
    "2022年11月至2023年3月, 2022, 2022-11-01, 2023-03-31",
    "2022年3月至5月, 2023, 2022-03-01, 2022-05-31",
    "3月至11月（节假日除外）, 2023, 2023-03-01, 2023-11-30"
  })
  void a_doubt_is_told_in_the_notes(String cell, int year, String from, String to) {
    PeriodReading reading = read(cell, year);
    assertThat(reading.from()).as("from").hasToString(from);
    assertThat(reading.to()).as("to").hasToString(to);
    assertThat(reading.notes()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2023年13月至14月, PERIOD_IMPOSSIBLE",
    "2023年2月30日, PERIOD_IMPOSSIBLE",
    "1023年2月, PERIOD_IMPOSSIBLE",
    "2023年11月至3月, PERIOD_REVERSED",
    "根据实际情况确定, PERIOD_UNSPECIFIED",
    "待定, PERIOD_UNSPECIFIED",
    "每月, PERIOD_UNSPECIFIED",
    "每季度, PERIOD_UNSPECIFIED",
    "30日, PERIOD_UNREADABLE",
    "3月至15日, PERIOD_UNREADABLE",
    "'', PERIOD_UNSPECIFIED",
    "某月, PERIOD_UNREADABLE",
    "及, PERIOD_UNREADABLE",
    "abc, PERIOD_UNREADABLE"
  })
  void what_is_no_period_is_refused(String cell, String code) {
    assertThat(((Reading.Refused<?>) PeriodReader.read(cell, OptionalInt.of(2023))).reason())
        .hasToString(code);
  }

  @Test
  void a_cell_without_a_year_needs_the_year_of_its_plan() {
    assertThat(((Reading.Refused<?>) PeriodReader.read("3月至11月", OptionalInt.empty())).reason())
        .hasToString("PERIOD_YEAR_MISSING");
    assertThat(PeriodReader.read("2023年3月至11月", OptionalInt.empty()))
        .isInstanceOf(Reading.Read.class);
  }

  @Test
  void no_cell_whatever_breaks_the_reader() {
    String alphabet = "0123456789年月日至到-—~/.、,前起底末初上中下旬半季度第全一二十三〇零 （）()";
    Random random = new Random(20230129);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder cell = new StringBuilder();
      for (int j = random.nextInt(18); j > 0; j--) {
        cell.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(PeriodReader.read(cell.toString(), OptionalInt.of(2023)))
          .as(cell.toString())
          .isNotNull();
    }
  }
}
