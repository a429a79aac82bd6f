package cn.doublerandom.draw.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.draw.drawing.Roster;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplacementWordsTest {
  /** B came in for A, C for B; D was never replaced. */
  private static final Roster ROSTER =
      new Roster(
          Map.of("C", List.of("JC001", "JC002"), "D", List.of("JC003", "JC004")),
          Set.of("A", "B", "C"),
          Map.of(),
          Map.of("B", "A", "C", "A"));

  @Test
  void an_explanation_says_who_went_out_and_who_is_visited_instead() {
    assertThat(ReplacementWords.of("A", ROSTER)).contains("抽取之后退出，由候补 C 接替，不再检查该对象。");
    assertThat(ReplacementWords.of("B", ROSTER)).contains("抽取之后退出，由候补 C 接替，不再检查该对象。");
    assertThat(ReplacementWords.of("C", ROSTER)).contains("抽取之后接替被抽中的 A，实际检查该对象。");
  }

  @Test
  void nothing_is_added_where_nobody_was_replaced() {
    assertThat(ReplacementWords.of("D", ROSTER)).isEmpty();
    assertThat(ReplacementWords.of("E", ROSTER)).isEmpty();
  }
}
