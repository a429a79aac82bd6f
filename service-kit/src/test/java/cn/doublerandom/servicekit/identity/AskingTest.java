package cn.doublerandom.servicekit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bureau somebody chose only takes away of what his token says. */
class AskingTest {
  private static final BureauKey OTHER = new BureauKey("130535");
  private static final List<BureauKey> CLAIMED = List.of(BureauKey.SEED, OTHER);

  @Test
  void who_has_several_bureaus_acts_in_the_one_he_chose() {
    assertThat(Asking.chosen("130535", CLAIMED)).isEqualTo(OTHER);
    assertThat(Asking.chosen("130534", CLAIMED)).isEqualTo(BureauKey.SEED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"130536", "", "130535 ", "130535.scjg", "*"})
  void a_bureau_that_is_none_of_his_is_refused_and_never_his_first(String said) {
    assertThatThrownBy(() -> Asking.chosen(said, CLAIMED)).isInstanceOf(ProblemException.class);
  }
}
