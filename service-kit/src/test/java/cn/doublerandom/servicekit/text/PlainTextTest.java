package cn.doublerandom.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void what_needs_no_closer_look_is_seen_and_is_itself_in_every_form() {
    int plain = 0;
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c + "a";
      if (PlainText.isOne(text)) {
        plain++;
        assertThat(Character.getType(c))
            .isNotIn(
                (int) Character.CONTROL,
                (int) Character.FORMAT,
                (int) Character.SURROGATE,
                (int) Character.NON_SPACING_MARK,
                (int) Character.UNASSIGNED,
                (int) Character.LINE_SEPARATOR);
        for (Normalizer.Form form : Normalizer.Form.values()) {
          assertThat(Normalizer.normalize(text, form)).isEqualTo(text);
        }
      }
    }
    assertThat(plain).isEqualTo(('~' - ' ' + 1) + (0x9fff - 0x4e00 + 1) + 2);
  }

  @Test
  void a_text_with_one_other_sign_is_looked_at() {
    assertThat(PlainText.isOne("示例（河北）")).isFalse();
    assertThat(PlainText.isOne("示例\u200b")).isFalse();
    assertThat(PlainText.isOne("91130534 示例、公司。")).isTrue();
    assertThat(PlainText.isOne("")).isTrue();
  }
}
