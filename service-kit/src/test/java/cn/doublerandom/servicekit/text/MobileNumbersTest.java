package cn.doublerandom.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text everybody reads holds the number of somebody's telephone. */
class MobileNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "13812345678",
        "请联系李某，手机 138 1234 5678。",
        "电话：138-1234-5678",
        "１３８１２３４５６７８",
        "+86 19912345678",
        "008613812345678",
        "１３８－１２３４－５６７８"
      })
  void a_number_is_found_however_it_is_written(String text) {
    assertThat(TextGuard.offenceInPublic(text))
        .hasValueSatisfying(offence -> {
          assertThat(offence.fault()).isEqualTo(TextGuard.Fault.MOBILE);
          assertThat(offence.text()).contains("手机号码").doesNotContain("U+");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "联系局法制安全科，0319-8161234",
        "91130534MA0583325Y",
        "130534-2023001-001-1-91130534MA0583325Y",
        "清交双随机办〔2023〕1号，2023-03-15 复核时发现录入有误",
        "12345678901234567890",
        "热线 12328",
        "a13812345678",
        "11812345678"
      })
  void other_numbers_are_none(String text) {
    assertThat(TextGuard.offenceInPublic(text)).isEmpty();
  }

  @Test
  void it_is_said_where_it_begins() {
    assertThat(TextGuard.offenceInPublic("𠮷祥 13812345678").orElseThrow().position()).isEqualTo(4);
  }
}
