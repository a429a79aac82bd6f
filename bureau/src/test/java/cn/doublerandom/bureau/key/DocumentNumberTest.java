package cn.doublerandom.bureau.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 发文字号 as offices type it, and as it is written. */
class DocumentNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "清交双随机办（2023）1号",
        "清交双随机办〔2023〕1号",
        "清交双随机办(2023)1号",
        "清交双随机办[2023]1号",
        "清交双随机办［2023］1号",
        " 清交双随机办 〔２０２３〕 第１号 ",
        "清交双随机办〔2023〕001号"
      })
  void every_bracket_an_office_types_is_read_and_one_is_written(String typed) {
    assertThat(DocumentNumber.of(typed).map(DocumentNumber::text)).contains("清交双随机办〔2023〕1号");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023",
        "〔2023〕1号",
        "清交2023年1号",
        "清交〔23〕1号",
        "清交〔2023〕号",
        "清交〔2023〕0号",
        "清交〔2023〕1",
        "<b>清交</b>〔2023〕1号",
        "=清交〔2023〕1号",
        "清交〔2023〕1号\n清交〔2023〕2号",
        "清交清交清交清交清交清交清交清交清交清交清交清交清交清交清交清交清交清交清交清交清交清交〔2023〕1号"
      })
  void what_is_no_number_of_a_document_is_not_read(String typed) {
    assertThat(DocumentNumber.of(typed)).isEmpty();
  }

  @Test
  void a_number_exists_only_as_it_is_written() {
    assertThat(new DocumentNumber("清交〔2023〕8号").text()).isEqualTo("清交〔2023〕8号");
    assertThatThrownBy(() -> new DocumentNumber("清交（2023）8号"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_number_longer_than_any_office_writes_is_not_even_looked_at() {
    assertThat(DocumentNumber.of(" ".repeat(DocumentNumber.LONGEST) + "清交〔2023〕8号")).isEmpty();
  }
}
