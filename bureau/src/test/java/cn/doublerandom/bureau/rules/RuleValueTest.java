package cn.doublerandom.bureau.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.bureau.rules.RuleValue.Issues;
import cn.doublerandom.bureau.rules.RuleValue.Ratio;
import cn.doublerandom.bureau.rules.RuleValue.ResultCombinations;
import cn.doublerandom.bureau.rules.RuleValue.Tiers;
import cn.doublerandom.bureau.rules.RuleValue.Witnesses;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleValueTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "33, 1", "34, 2", "100, 3", "101, 4", "2147483647, 64424510"})
  void three_percent_are_never_fewer_than_the_floor_and_at_least_one(int frame, int sample) {
    assertThat(new Ratio(3, 100).of(frame)).isEqualTo(sample);
  }

  @Test
  void a_ratio_of_nothing_still_inspects_one() {
    assertThat(new Ratio(0, 100).of(50)).isEqualTo(1);
  }

  @Test
  void a_higher_risk_never_has_a_lower_ratio() {
    Ratio three = new Ratio(3, 100);
    Ratio five = new Ratio(1, 20);
    Ratio hundred = new Ratio(1, 1);
    assertThat(new Tiers(Map.of("A", three, "B", three, "C", five, "D", hundred)).areMonotone())
        .isTrue();
    assertThat(new Tiers(Map.of("A", five, "B", three)).areMonotone()).isFalse();
    assertThat(new Tiers(Map.of("A", three, "C", five, "D", three)).areMonotone()).isFalse();
    assertThat(new Tiers(Map.of("A", three, "D", five)).areMonotone()).isTrue();
    assertThat(new Tiers(Map.of()).areMonotone()).isTrue();
  }

  @Test
  void witnesses_suffice_where_they_are_enough_and_one_comes_from_outside() {
    var rule = new Witnesses(2, List.of("ENTERPRISE", "PUBLIC"));
    assertThat(rule.suffice(List.of("OFFICER", "PUBLIC"))).isTrue();
    assertThat(rule.suffice(List.of("PUBLIC"))).isFalse();
    assertThat(rule.suffice(List.of("OFFICER", "OFFICER", "OFFICER"))).isFalse();
  }

  @Test
  void codes_that_exclude_each_other_do_not_stand_together_and_none_without_what_it_is_under() {
    var rule =
        new ResultCombinations(
            List.of(List.of("1", "A", "B")), List.of(List.of("9", "12")), Map.of("E", "A"));
    assertThat(rule.allows(List.of("1"))).isTrue();
    assertThat(rule.allows(List.of("A", "E"))).isTrue();
    assertThat(rule.allows(List.of("E"))).isFalse();
    assertThat(rule.allows(List.of("1", "B"))).isFalse();
    assertThat(rule.allows(List.of("9", "12"))).isFalse();
    assertThat(rule.allows(List.of("9", "1"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, true",
    "4, 999, true",
    "0, 366, false",
    "5, 366, false",
    "4, 0, false",
    "4, 1000, false"
  })
  void issues_are_numbered_by_one_to_four_digits_of_the_year_and_a_number_of_three(
      int digits, int most, boolean holds) {
    if (holds) {
      assertThat(new Issues(digits, most, null).rests()).isNull();
    } else {
      assertThatThrownBy(() -> new Issues(digits, most, null))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("issues %d, %d".formatted(digits, most));
    }
  }

  @Test
  void every_rule_has_a_name_an_officer_reads() {
    assertThat(RuleKey.TEAM_SIZE.text()).isEqualTo("执法人员最少人数");
    assertThat(RuleKey.values()).extracting(RuleKey::text).doesNotHaveDuplicates();
  }
}
