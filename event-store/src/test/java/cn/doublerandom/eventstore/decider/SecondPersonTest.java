package cn.doublerandom.eventstore.decider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
