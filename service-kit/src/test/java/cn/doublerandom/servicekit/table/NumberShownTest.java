package cn.doublerandom.servicekit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number in a format of its own shows what an officer reads in the cell. */
class NumberShownTest {
  private static TableCell shown(String code, String number) {
    return NumberShown.of(164, code).cell(new BigDecimal(number), false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | 12.5 | 13",
        "0 | 0 | 0",
        "000 | -1 | -001",
        "000 | -1234 | -1234",
        "000 | 1 | 001",
        "00.00 | 1.239 | 01.24",
        "0.00 | 12.5 | 12.5",
        ".00 | 0.25 | 0.25",
        "#.## | 3.14159 | 3.14",
        "00.## | 3.14159 | 03.14",
        "0.0?? | 1.23456 | 1.235",
        "0#? | 5 | 5",
        "\"a0b\"00 | 7 | a0b07",
        "00\"号;\" | 7 | 07号;",
        "0\\号;\"负\"0 | 7 | 7号",
        "\"；\";0 | 7 | 7",
        "[红色]0\"户\" | 7 | 7户",
        "_ 0_户 | 7 | 7",
        "\"约\"0%\"左右\" | 0.5 | 约50%左右",
        "0.00% | 0.12345 | 12.35%",
        "0% | -0.05 | -5%",
        "#,##0.00 | 1234567.891 | 1234567.89",
        "# ?/? | 0.5 | 0.5",
        "0.0E+0 | 1234 | 1234",
        "0e-0 | 1234 | 1234",
        "000 | 1234567890123456 | 1234567890123456",
        "0 | 123456789012345 | 123456789012345"
      })
  void a_number_is_read_with_the_digits_and_words_around_it(
      String code, String number, String text) {
    assertThat(shown(code, number).text()).isEqualTo(text);
  }

  @Test
  void more_digits_than_a_spreadsheet_keeps_are_lost_in_every_format() {
    for (String code : new String[] {"000", "0\"号\"", "@"}) {
      assertThat(shown(code, "1234567890123456").kind()).isEqualTo(TableCell.Kind.LOST);
      assertThat(shown(code, "123456789012345").kind()).isEqualTo(TableCell.Kind.NUMBER);
    }
    assertThat(shown("@", "1E15").kind()).isEqualTo(TableCell.Kind.LOST);
    assertThat(shown("@", "1E14").text()).isEqualTo("100000000000000");
    assertThat(shown("@", "1234567890.123456789").text()).isEqualTo("1234567890.12346");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "yyyy-mm-dd | 2020-03-01 | DAY",
        "yy/m/d | 2020-03-01 | DAY",
        "EEEE\"年\"D\"日\" | 2020-03-01 | DAY",
        "yyyy\"年\" | 2020年 | MONTH",
        "e\"年\" | 2020年 | MONTH",
        "yyyy-mm | 2020年3月 | MONTH",
        "e\"年\"m\"月\" | 2020年3月 | MONTH",
        "mmm | 3月1日 | DAY_WITHOUT_YEAR",
        "d | 3月1日 | DAY_WITHOUT_YEAR",
        "d hh:mm | 3月1日 | DAY_WITHOUT_YEAR",
        "m/d hh:mm | 3月1日 | DAY_WITHOUT_YEAR",
        "yyyy hh:mm | 2020年3月 | MONTH",
        "hh:mm | 43891.5 | NUMBER",
        "mm:ss | 43891.5 | NUMBER",
        "ss | 43891.5 | NUMBER",
        "h AM/PM | 43891.5 | NUMBER",
        "GENERAL | 43891.5 | NUMBER",
        "\"d\" | 43891.5 | NUMBER",
        "\\d\\y | 43891.5 | NUMBER"
      })
  void a_format_of_days_shows_as_much_of_a_day_as_it_says(
      String code, String text, TableCell.Kind kind) {
    TableCell cell = shown(code, "43891.5");
    assertThat(cell.text()).isEqualTo(text);
    assertThat(cell.kind()).isEqualTo(kind);
    assertThat(cell.day())
        .isEqualTo(kind == TableCell.Kind.NUMBER ? null : LocalDate.of(2020, 3, 1));
    assertThat(cell.merged()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1900-01-01, DAY",
    "1.5, 1900-01-01, DAY",
    "0.5, 0.5, NUMBER",
    "0, 0, NUMBER",
    "-1, -1, NUMBER",
    "2958465, 9999-12-31, DAY",
    "2958465.9, 9999-12-31, DAY",
    "2958466, 2958466, NUMBER"
  })
  void a_day_lies_within_the_calendar_of_a_spreadsheet(
      String number, String text, TableCell.Kind kind) {
    TableCell cell = shown("yyyy-mm-dd", number);
    assertThat(cell.text()).isEqualTo(text);
    assertThat(cell.kind()).isEqualTo(kind);
  }

  @Test
  void a_workbook_that_counts_from_1904_has_a_sixtieth_day() {
    NumberShown day = NumberShown.of(14, "");
    assertThat(day.cell(new BigDecimal(60), true).text()).isEqualTo("1904-03-01");
    assertThat(day.cell(new BigDecimal(1), true).text()).isEqualTo("1904-01-02");
  }
}
