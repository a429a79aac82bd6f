package cn.doublerandom.servicekit.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextGuardTest {
  @ParameterizedTest
  @CsvSource({
    "0000, NUL, nul",
    "0007, CONTROL, control-character",
    "000A, CONTROL, control-character",
    "0085, CONTROL, control-character",
    "D83D, LONE_SURROGATE, lone-surrogate",
    "DC00, LONE_SURROGATE, lone-surrogate",
    "FFFD, LOST, characters-lost",
    "FFFF, NONCHARACTER, noncharacter",
    "1FFFE, NONCHARACTER, noncharacter",
    "FDD0, NONCHARACTER, noncharacter"
  })
  void what_no_text_may_hold_is_named_with_its_position(
      String hex, TextGuard.Fault fault, String code) {
    int character = Integer.parseInt(hex, 16);
    String text = "𠮷祥" + Character.toString(character) + "运输";
    TextGuard.Offence offence = TextGuard.offenceInLine(text).orElseThrow();
    assertThat(offence).isEqualTo(new TextGuard.Offence(fault, 3, character));
    assertThat(offence.fault().code()).isEqualTo(code);
    assertThat(offence.text()).startsWith("第 3 个字是").contains("U+");
  }

  @Test
  void a_text_of_several_lines_may_hold_line_breaks_and_tabs_and_nothing_else() {
    assertThat(TextGuard.offence("一\r\n二\t三")).isEmpty();
    assertThat(TextGuard.offence("一\n\u0000"))
        .contains(new TextGuard.Offence(TextGuard.Fault.NUL, 3, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "清河县𬭚𠮷示例", "㼆䶮", "阿·示例（清河）", "＝1+1", "甲 乙", "👨"})
  void ordinary_and_rare_signs_pass_unchanged(String text) {
    assertThat(TextGuard.offenceInLine(text)).isEmpty();
    assertThat(TextGuard.hidden(text)).isEmpty();
    assertThat(TextGuard.visible(text)).isEqualTo(text);
  }

  @Test
  void a_sign_is_written_in_one_way_whatever_was_typed() {
    assertThat(TextGuard.visible("Cafe\u0301")).isEqualTo("Caf\u00e9");
    assertThat(TextGuard.visible("e\u200b\u0301")).isEqualTo("\u00e9");
    assertThat(TextGuard.isComposed("e\u0301")).isFalse();
    assertThat(TextGuard.isComposed("清河县𬭚𠮷示例")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200b", "\ufeff", "\u202d", "\u2066", "\u00ad", "\u2060", "\u3164", "\u00a0"})
  void what_nobody_can_see_is_named_and_taken_away_at_the_ends_and_inside_codes(String unseen) {
    assertThat(TextGuard.hidden("9113" + unseen + "05"))
        .containsExactly(new TextGuard.Hidden(5, unseen.codePointAt(0)));
    assertThat(TextGuard.hidden("9113" + unseen + "05").getFirst().text())
        .startsWith("第 4 位后有不可见字符（U+");
    assertThat(TextGuard.hidden(unseen + "1").getFirst().text()).startsWith("开头有不可见字符");
    assertThat(TextGuard.compact("9113" + unseen + "05")).isEqualTo("911305");
    assertThat(TextGuard.visible(unseen + "甲公司" + unseen)).isEqualTo("甲公司");
    assertThat(TextGuard.visible(unseen)).isEmpty();
    assertThat(TextGuard.firstHidden("甲" + unseen)).hasValue(2);
  }

  @Test
  void a_space_that_does_not_break_becomes_an_ordinary_one_inside_a_name() {
    assertThat(TextGuard.visible("A\u00a0B")).isEqualTo("A B");
    assertThat(TextGuard.visible("清\u200b河")).isEqualTo("清河");
  }

  /** What refuses them comes later in some places: until then they cost nothing. */
  @Test
  void marks_without_end_on_one_sign_cost_no_time() {
    String piled = "甲" + "\u0301\u0323".repeat(250_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(TextGuard.visible(piled)).isEqualTo(piled);
          assertThat(TextGuard.visible(piled + "\u200b")).isEqualTo(piled);
          assertThat(TextGuard.isComposed(piled)).isFalse();
          assertThat(TextGuard.offence(piled))
              .map(TextGuard.Offence::fault)
              .hasValue(TextGuard.Fault.PILED);
        });
  }
}
