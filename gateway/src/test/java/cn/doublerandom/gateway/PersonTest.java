package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.BureauKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway knows no rule; where it reads what a key says, it reads what everybody reads. */
class PersonTest {
  private static Person of(List<String> bureaus) {
    return new Person("lead", "某人", "综合行政执法大队", List.of("单位负责人"), List.of("unit-lead"), bureaus);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "130534",
        "130534.scjg",
        "130534.practice",
        "130534.practice2",
        "130534.nopractice"
      })
  void whoever_acts_in_a_practice_bureau_practises_and_nobody_else(String key) {
    assertThat(of(List.of(key)).isPractice())
        .isEqualTo(BureauKey.of(key).orElseThrow().isPractice());
  }

  @Test
  void who_names_no_bureau_practises_nothing() {
    assertThat(of(List.of()).isPractice()).isFalse();
  }
}
