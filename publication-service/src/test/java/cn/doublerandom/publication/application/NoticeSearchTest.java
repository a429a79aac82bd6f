package cn.doublerandom.publication.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever looks for a firm types its code and its name with the keyboard he has. */
class NoticeSearchTest {
  private static NoticeSearch.Asked asked(String name) {
    return new NoticeSearch.Asked(name, "", "", "", "", "");
  }

  @ParameterizedTest
  @CsvSource({
    "91130534ma2473801y, 91130534MA2473801Y",
    "９１１３０５３４ＭＡ２４７３８０１Ｙ, 91130534MA2473801Y",
    "91130534 MA2473801Y, 91130534MA2473801Y",
    "qh-gl-2023-05, QH-GL-2023-05",
    "清河县祥通运输有限公司(示例), 清河县祥通运输有限公司（示例）"
  })
  void what_was_typed_in_other_signs_is_looked_for_in_those_of_the_register(
      String typed, String meant) {
    assertThat(asked(typed).inItsSigns()).map(NoticeSearch.Asked::name).hasValue(meant);
  }

  @Test
  void what_is_in_those_signs_is_looked_for_once() {
    assertThat(asked("91130534MA2473801Y").inItsSigns()).isEmpty();
    assertThat(asked("祥通").inItsSigns()).isEmpty();
  }
}
