package cn.doublerandom.eventstore.decider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondPersonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhang.ke",
        "ZHANG.KE",
        " zhang.ke ",
        "ｚｈａｎｇ．ｋｅ",
        "zhang\u200b.ke",
        "zhang.\u00a0ke"
      })
  void another_spelling_of_an_account_is_the_same_person(String spelling) {
    assertThat(SecondPerson.isSame("zhang.ke", spelling)).isTrue();
    assertThat(SecondPerson.isAmong(spelling, List.of("li", "Zhang.Ke"))).isTrue();
  }

  @Test
  void two_accounts_are_two_people() {
    assertThat(SecondPerson.isSame("approver", "approver-2")).isFalse();
    assertThat(SecondPerson.isSame("王局", "李局")).isFalse();
    assertThat(SecondPerson.isAmong("王局", List.of())).isFalse();
    assertThat(SecondPerson.isAmong("王局", List.of("张科", "李局"))).isFalse();
  }

  @Test
  void a_name_of_nothing_that_can_be_seen_is_nobodys() {
    assertThat(SecondPerson.isNobody(" \u200b\u00a0")).isTrue();
    assertThat(SecondPerson.isNobody("王局")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "li 代 wang, li",
    "li 代 wang, wang",
    "LI 代 Wang, ｗａｎｇ",
    "li 代 wang, zhao 代 wang",
    "li 代 wang, li 代 zhao",
    "li 代 wang, wang 代 zhao",
    "li 代 wang, wang 代 li"
  })
  void who_acts_for_another_is_one_person_with_him_and_with_whoever_acts_for_him(
      String one, String other) {
    assertThat(SecondPerson.isSame(one, other)).isTrue();
    assertThat(SecondPerson.isSame(other, one)).isTrue();
    assertThat(SecondPerson.isAmong(one, List.of("zhang", other))).isTrue();
    assertThat(SecondPerson.isAmong(other, List.of("zhang", one))).isTrue();
  }

  @Test
  void a_deputy_is_another_person_than_whoever_has_no_part_in_it() {
    assertThat(SecondPerson.isSame("li 代 wang", "zhao")).isFalse();
    assertThat(SecondPerson.isSame("li 代 wang", "zhao 代 zhang")).isFalse();
    assertThat(SecondPerson.isAmong("li 代 wang", List.of("lin", "wangwei"))).isFalse();
  }

  @Test
  void an_account_with_the_sign_in_its_name_is_no_deputy() {
    assertThat(SecondPerson.isDeputy("代玉")).isFalse();
    assertThat(SecondPerson.isSame("代玉", "玉")).isFalse();
    assertThat(SecondPerson.isDeputy("li 代 wang")).isTrue();
    assertThat(SecondPerson.isDeputy("li　代 wang")).isTrue();
  }
}
