package cn.doublerandom.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeTextTest {
  @Test
  void digits_that_a_spreadsheet_lost_are_known_by_how_it_shows_them() {
    assertThat(CodeText.hasLostDigits("2.30113E+17")).isTrue();
    assertThat(CodeText.hasLostDigits("1.30534e10")).isTrue();
    assertThat(CodeText.hasLostDigits("9E+17")).isTrue();
    assertThat(CodeText.hasLostDigits("13053410099.0")).isTrue();
    assertThat(CodeText.hasLostDigits("91130534MA1014419E")).isFalse();
    assertThat(CodeText.hasLostDigits("XM-2023.01")).isFalse();
  }

  @Test
  void the_number_of_a_resident_is_known_by_its_day_of_birth_and_check_character() {
    assertThat(CodeText.isResidentNumber("999999190001010015")).isTrue();
    assertThat(CodeText.isResidentNumber("999999190001010016")).isFalse();
    assertThat(CodeText.looksLikeResidentNumber("999999190001010016")).isTrue();
    assertThat(CodeText.looksLikeResidentNumber("130534850101001")).isTrue();
    assertThat(CodeText.looksLikeResidentNumber("130534600000001")).isFalse();
    assertThat(CodeText.looksLikeResidentNumber("914403001922038216")).isFalse();
  }

  @Test
  void an_old_number_of_fifteen_digits_is_a_residents_unless_its_check_digit_is_a_registrations() {
    assertThat(CodeText.isRegistrationNumber("110108000000016")).isTrue();
    assertThat(CodeText.isRegistrationNumber("110108000000017")).isFalse();
    assertThat(CodeText.isRegistrationNumber("11010800000001")).isFalse();
    assertThat(CodeText.isResidentNumber("130534850101002")).isTrue();
    assertThat(CodeText.isResidentNumber("110108000000016")).isFalse();
    assertThat(CodeText.isResidentNumber("130534600000001")).isFalse();
    // A day of birth stands in it by chance, and its check digit says what it is.
    assertThat(CodeText.isRegistrationNumber("440301200101236")).isTrue();
    assertThat(CodeText.isResidentNumber("440301200101236")).isFalse();
  }

  @Test
  void a_credit_code_is_never_taken_for_a_residents_number() {
    assertThat(CodeText.isResidentNumber("91440300708461136T")).isFalse();
    assertThat(CodeText.isResidentNumber("914403001922038216")).isFalse();
  }

  @Test
  void a_code_means_the_same_in_full_width_and_with_something_unseen_in_it() {
    assertThat(CodeText.meant("９１１３０５３４ＭＡ９ＸＡ０１６３１")).isEqualTo("91130534MA9XA01631");
    assertThat(CodeText.meant("\u202d91130534MA9XA0067P\u202c ")).isEqualTo("91130534MA9XA0067P");
  }
}
