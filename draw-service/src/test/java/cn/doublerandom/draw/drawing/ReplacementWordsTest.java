package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplacementWordsTest {
  private static final LocalDate DAY = LocalDate.of(2023, 4, 1);

  /** B came in for A, C for B; D was never replaced. */
  private static final Roster ROSTER =
      new Roster(
          Map.of("C", List.of("JC001", "JC002"), "D", List.of("JC003", "JC004")),
          Set.of("A", "B", "C"),
          Map.of(),
          Map.of("B", "A", "C", "A"),
          List.of(
              new LateRecusal("C", "JC001", "RELATIVE", DAY, false, null),
              new LateRecusal("C", "JC002", "RELATIVE", DAY, true, null),
              new LateRecusal("D", "JC009", "RELATIVE", DAY, false, null)),
          Map.of(),
          Map.of());

  @Test
  void an_explanation_says_who_went_out_and_who_is_visited_instead() {
    assertThat(ReplacementWords.of("A", ROSTER)).contains("抽取之后退出，由候补 C 接替，不再检查该对象。");
    assertThat(ReplacementWords.of("B", ROSTER)).contains("抽取之后退出，由候补 C 接替，不再检查该对象。");
    assertThat(ReplacementWords.of("C", ROSTER).orElseThrow()).startsWith("抽取之后接替被抽中的 A，实际检查该对象。");
  }

  @Test
  void nothing_is_added_where_nobody_was_replaced() {
    assertThat(ReplacementWords.of("E", ROSTER)).isEmpty();
  }

  @Test
  void an_explanation_says_which_recusals_came_after_the_freeze_and_what_became_of_them() {
    assertThat(ReplacementWords.of("C", ROSTER).orElseThrow())
        .contains("锁定名单之后，执法人员 JC001 于 2023-04-01 申报回避，须更换，尚未更换。")
        .contains("执法人员 JC002 于 2023-04-01 申报回避，经两人决定不更换。");
    assertThat(ReplacementWords.of("D", ROSTER))
        .contains("锁定名单之后，执法人员 JC009 于 2023-04-01 申报回避，不参加该对象的检查。");
  }
}
