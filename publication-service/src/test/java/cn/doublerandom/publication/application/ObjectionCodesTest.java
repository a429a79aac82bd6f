package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code that was handed out on paper is the same however it is typed. */
class ObjectionCodesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENMTB-4ATVK",
        "enmtb4atvk",
        " ENMTB 4ATVK ",
        "E N M T B 4 A T V K",
        "ENMTB－4ATVK",
        "ENMTB—4ATVK",
        "ＥＮＭＴＢ４ＡＴＶＫ"
      })
  void a_code_is_one_with_blanks_and_any_dash(String typed) {
    assertThat(ObjectionCodes.written(typed)).isEqualTo("ENMTB-4ATVK");
    assertThat(ObjectionCodes.hash("r", typed)).isEqualTo(ObjectionCodes.hash("r", "ENMTB-4ATVK"));
  }

  @Test
  void what_cannot_be_a_code_stays_as_it_was_typed() {
    assertThat(ObjectionCodes.written(" x y ")).isEqualTo("x y");
  }
}
