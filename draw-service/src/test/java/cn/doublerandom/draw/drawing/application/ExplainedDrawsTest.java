package cn.doublerandom.draw.drawing.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainedDrawsTest {
  private static final List<String> LISTED =
      List.of("91130534MA2473801Y", "QH-GL-2023-05", "b1", "B1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "91130534MA2473801Y",
        "91130534ma2473801y",
        "91130534MA2473801Y ",
        "91130534 MA2473801Y",
        "９１１３０５３４ＭＡ２４７３８０１Ｙ"
      })
  void a_firm_finds_itself_however_it_writes_its_code(String typed) {
    assertThat(ExplainedDraws.meant(LISTED, typed)).isEqualTo("91130534MA2473801Y");
  }

  @Test
  void a_code_that_could_be_two_stays_as_it_was_written() {
    assertThat(ExplainedDraws.meant(LISTED, "qh-gl-2023-05")).isEqualTo("QH-GL-2023-05");
    assertThat(ExplainedDraws.meant(LISTED, "b1")).isEqualTo("b1");
    assertThat(ExplainedDraws.meant(LISTED, "ｂ1")).isEqualTo("ｂ1");
    assertThat(ExplainedDraws.meant(LISTED, "91130534MA2473801Z")).isEqualTo("91130534MA2473801Z");
  }
}
