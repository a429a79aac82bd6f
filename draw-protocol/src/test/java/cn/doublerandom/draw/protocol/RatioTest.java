package cn.doublerandom.draw.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No rounding decides who is inspected. */
class RatioTest {
  @ParameterizedTest
  @CsvSource({"0, 7, 0, 0", "1, 7, 0, 1", "7, 7, 1, 1", "8, 7, 1, 2", "14, 7, 2, 2"})
  void a_ratio_has_a_whole_number_below_and_one_above(
      long numerator, long denominator, long floor, long ceiling) {
    Ratio ratio = Ratio.of(numerator, denominator);
    assertThat(ratio.floor()).isEqualTo(floor);
    assertThat(ratio.ceiling()).isEqualTo(ceiling);
    assertThat(ratio.isZero()).isEqualTo(numerator == 0);
  }

  @Test
  void a_third_and_a_sixth_are_a_half() {
    Ratio third = Ratio.of(1, 3);
    Ratio sixth = Ratio.of(1, 6);
    assertThat(third.plus(sixth)).isEqualTo(Ratio.of(1, 2));
    assertThat(third.minus(sixth)).isEqualTo(sixth);
    assertThat(third.times(sixth)).isEqualTo(Ratio.of(1, 18));
    assertThat(third.over(sixth)).isEqualTo(Ratio.of(2));
    assertThat(third).isGreaterThan(sixth);
    assertThat(Ratio.of(2, 6)).isEqualByComparingTo(third);
    assertThat(Ratio.of(4, 6)).hasToString("2/3");
  }
}
