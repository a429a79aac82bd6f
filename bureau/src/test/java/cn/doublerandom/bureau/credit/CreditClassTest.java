package cn.doublerandom.bureau.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditClassTest {
  @ParameterizedTest
  @CsvSource({"低风险, A", "信用风险一般, B", "失信, C", "严重失信, D", "D, D"})
  void a_tier_named_by_a_credit_class_is_of_that_class(String tier, String letter) {
    assertThat(CreditClass.of(tier)).contains(letter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "E", "重点", "风险"})
  void any_other_name_of_a_tier_is_none(String tier) {
    assertThat(CreditClass.of(tier)).isEmpty();
  }
}
