package cn.doublerandom.draw.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** All that is made of a cell: how many, how often, and what a person has to look at. */
class QuotaNotesTest {
  private static QuotaReading read(String cell) {
    return switch (QuotaReader.read(cell)) {
      case Reading.Read<QuotaReading>(var reading) -> reading;
      case Reading.Refused<QuotaReading>(var reason) ->
          throw new AssertionError(cell + " " + reason);
    };
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/readings/quotas.txt",
      delimiter = '|',
      quoteCharacter = '^',
      numLinesToSkip = 1,
      nullValues = "none")
  void nothing_a_cell_says_is_lost(String cell, String quota, String often, String notes) {
    QuotaReading reading = read(cell);
    assertThat(reading.quota().json()).hasToString(quota);
    assertThat(reading.frequency().toString().replace("Unspecified[]", "-")).isEqualTo(often);
    assertThat(String.join("；", reading.notes())).isEqualTo(notes == null ? "" : notes);
    assertThat(reading.verbatim()).isEqualTo(cell);
    assertThat(Quota.of(reading.quota().json())).isEqualTo(reading.quota());
  }

  @Test
  void an_empty_cell_says_that_it_is_empty() {
    assertThat(read("").notes()).containsExactly("没有填写");
    assertThat(read("").quota()).isEqualTo(new Quota.Unspecified());
  }

  @Test
  void ten_or_ten_thousand_is_not_guessed() {
    assertThat(QuotaReader.read("1-2万户"))
        .isEqualTo(new Reading.Refused<>(cn.doublerandom.draw.ReadingRejection.QUOTA_NOT_PLAIN));
    assertThat(QuotaReader.read("1,000万户"))
        .isEqualTo(new Reading.Refused<>(cn.doublerandom.draw.ReadingRejection.COUNT_TOO_LARGE));
  }

  @Test
  void how_often_in_a_year_follows_from_how_often_in_a_month_a_week_or_a_day() {
    Map<Frequency, Integer> times =
        Map.of(
            new Frequency.PerYear(3), 3,
            new Frequency.Exact(2), 2,
            new Frequency.Min(4), 4,
            new Frequency.PerMonth(2), 24,
            new Frequency.PerWeek(2), 104,
            new Frequency.PerDay(2), 730);
    times.forEach((often, inYear) -> assertThat(often.inYear()).hasValue(inYear));
    assertThat(new Frequency.Unspecified().inYear()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10/100, 10%, false, false",
    "25/1000, 2.5%, false, false",
    "1/3, 1/3, false, false",
    "1/1000000, 0.0001%, false, false",
    "0/1, 0%, true, false",
    "7/7, 100%, false, true"
  })
  void a_share_is_told_as_people_write_it(
      String written, String told, boolean isZero, boolean isWhole) {
    Share share = Share.of(written);
    assertThat(share.percent()).isEqualTo(told);
    assertThat(share.isZero()).isEqualTo(isZero);
    assertThat(share.isWhole()).isEqualTo(isWhole);
  }
}
