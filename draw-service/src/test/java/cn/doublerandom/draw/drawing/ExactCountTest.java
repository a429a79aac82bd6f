package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExactCountTest {
  @Test
  void an_expected_number_is_read_as_a_decimal() {
    assertThat(ExactCount.shown("3/1")).isEqualTo("3");
    assertThat(ExactCount.shown("0/1")).isEqualTo("0");
    assertThat(ExactCount.shown("12/5")).isEqualTo("2.4");
    assertThat(ExactCount.shown("1/3")).isEqualTo("0.33");
    assertThat(ExactCount.shown("100/1")).isEqualTo("100");
  }
}
