package cn.doublerandom.bureau.reason;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTextTest {
  @ParameterizedTest
  @ValueSource(strings = {"火灾", "企业申请停业", "fire", "清交立〔2023〕7号"})
  void a_word_is_a_reason(String text) {
    assertThat(ReasonText.isInWords(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "停", "停停停", "……！！", "\u200b停\u200b", "ok", "1"})
  void a_letter_that_fills_the_field_is_none(String text) {
    assertThat(ReasonText.isInWords(text)).isFalse();
  }
}
