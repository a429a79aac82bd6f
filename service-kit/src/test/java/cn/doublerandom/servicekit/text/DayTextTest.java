package cn.doublerandom.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-03-01",
        "2020/3/1",
        "2020.3.1",
        "2020年3月1日",
        "2020 年 3 月 1 日",
        "２０２０－０３－０１",
        "20200301",
        "2020-03-01 00:00:00",
        "2020/3/1 9:30",
        "2020-03-01T00:00:00",
        "2020-03-01T00:00:00+08:00",
        "2020-03-01T00:00:00.000Z",
        "\u200b2020-03-01\u00a0"
      })
  void a_day_is_taken_however_it_is_written_where_only_one_can_be_meant(String text) {
    assertThat(DayText.read(text)).isEqualTo(new DayText.Reading.Read(LocalDate.of(2020, 3, 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "2020.03, 只写到月",
    "2020年3月, 只写到月",
    "2020、3、1, 应为日期",
    "0000-00-00, 没有这一天",
    "2020-02-30, 没有这一天",
    "20年3月1日, 年份应写四位",
    "01/03/2020, 不知道哪个是月",
    "43891, 日期序号",
    "9999-12-31, 1900 年至 2199 年",
    "1899-12-31, 1900 年至 2199 年",
    "2020-03-01T20:00:00Z, 北京时间是 2020-03-02",
    "2020-03-01 25:00, 没有这个时刻",
    "2020-3/1, 应为日期",
    "昨天, 应为日期"
  })
  void what_could_be_another_day_or_none_is_refused_with_the_reason(String text, String reason) {
    assertThat(DayText.read(text))
        .isInstanceOfSatisfying(
            DayText.Reading.Refused.class, refused -> assertThat(refused.text()).contains(reason));
  }
}
