package cn.doublerandom.bureau.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BureauKeyTest {
  @Test
  void the_first_bureau_of_a_county_has_the_key_of_the_county() {
    BureauKey key = BureauKey.of("130534").orElseThrow();
    assertThat(key.region()).isEqualTo("130534");
    assertThat(key.suffix()).isEmpty();
    assertThat(key.isSeed()).isTrue();
  }

  @Test
  void another_bureau_of_the_county_has_a_suffix() {
    BureauKey key = BureauKey.of("130534.scjg").orElseThrow();
    assertThat(key.region()).isEqualTo("130534");
    assertThat(key.suffix()).isEqualTo("scjg");
    assertThat(key.isSeed()).isFalse();
    assertThat(key).isGreaterThan(BureauKey.SEED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"130534.practice", "130534.practice2", "130500.practicescjg"})
  void a_bureau_is_a_practice_bureau_by_its_key(String text) {
    assertThat(new BureauKey(text).isPractice()).isTrue();
    assertThat(BureauKey.ofId(text + "-2023001-001-1")).map(BureauKey::isPractice).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"130534", "130534.scjg", "130534.practic", "130534.xpractice"})
  void what_older_ledgers_hold_is_of_real_bureaus(String text) {
    assertThat(new BureauKey(text).isPractice()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "13053",
        "1305341",
        "030534",
        "930534",
        "130534.",
        "130534.SCJG",
        "130534.scjg.2",
        "130534.abcdefghijklm",
        "130534~scjg",
        "130534-scjg",
        "130534/scjg",
        " 130534",
        "130534\n",
        "１３０５３４",
        "130534.市监"
      })
  void what_is_not_of_the_form_is_no_key(String text) {
    assertThat(BureauKey.of(text)).isEmpty();
    assertThatThrownBy(() -> new BureauKey(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void plans_draws_and_visits_begin_with_the_key_of_their_bureau() {
    assertThat(BureauKey.ofId("130534-2023")).contains(BureauKey.SEED);
    assertThat(BureauKey.ofId("130534-2023001-001-1")).contains(BureauKey.SEED);
    assertThat(BureauKey.ofId("130534.scjg-2023001-001-1-91130534MA00000000"))
        .contains(new BureauKey("130534.scjg"));
    assertThat(BureauKey.ofId("2023001-001-1")).isEmpty();
    assertThat(BureauKey.ofId("")).isEmpty();
  }
}
