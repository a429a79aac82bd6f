package cn.doublerandom.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.registry.subject.CreditCodeWords;
import cn.doublerandom.servicekit.text.UnifiedSocialCreditCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "91350100M000100Y43",
        "11370323MB2859070U",
        "91440300708461136T",
        "914403001922038216",
        "91110108551385082Q"
      })
  void a_code_of_a_real_office_or_firm_is_valid(String code) {
    assertThat(UnifiedSocialCreditCode.fault(code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y4Z, 18",
    "91350100M000100Y42, 18",
    "91350100M000100Z43, 16",
    "91350100M000100Y53, 17",
    "9I350100M000100Y43, 2",
    "91350100M000100Y4, 0"
  })
  void a_wrong_code_is_refused_with_its_position(String code, int position) {
    assertThat(UnifiedSocialCreditCode.fault(code))
        .hasValueSatisfying(fault -> assertThat(fault.position()).isEqualTo(position));
  }

  @ParameterizedTest
  @CsvSource({
    "9135O100M000100Y43, 是否应为 91350100M000100Y43？",
    "9135O100M000100Y53, 第 5 位字符“O”不允许。是不是数字 0？",
    "91350100M000I00Y53, 第 13 位字符“I”不允许。是不是数字 1？",
    "91350100M000100Y53, 第 17 位（组织机构代码校验位）不符。"
  })
  void a_letter_that_looks_like_a_figure_is_asked_about(String code, String told) {
    assertThat(CreditCodeWords.fault(code).map(fault -> CreditCodeWords.told(fault, code)))
        .hasValueSatisfying(text -> assertThat(text).endsWith(told));
  }
}
