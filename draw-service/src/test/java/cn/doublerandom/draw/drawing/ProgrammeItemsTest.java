package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the public was told that it will be inspected for is what it is inspected for. */
class ProgrammeItemsTest {
  private static final FrozenFrame.Item LICENCE = new FrozenFrame.Item("JT-DY-01", "经营许可情况检查");
  private static final FrozenFrame.Item CONDUCT = new FrozenFrame.Item("JT-DY-02", "经营行为检查");
  private static final List<FrozenFrame.Item> TASK = List.of(LICENCE, CONDUCT);

  @Test
  void a_programme_that_names_an_item_narrows_the_visit_to_it() {
    for (String named : List.of("经营行为检查", "JT-DY-02", " 经营行为 检查", "ＪＴ－ＤＹ－０２")) {
      assertThat(ProgrammeItems.narrow(TASK, List.of(named))).as(named).containsExactly(CONDUCT);
    }
    assertThat(ProgrammeItems.narrow(TASK, List.of("经营行为检查", "JT-DY-01")))
        .containsExactly(LICENCE, CONDUCT);
  }

  @Test
  void a_programme_in_other_words_narrows_nothing() {
    assertThat(ProgrammeItems.narrow(TASK, List.of("按本任务抽查事项"))).isEqualTo(TASK);
    assertThat(ProgrammeItems.narrow(TASK, List.of("经营行为检查", "其他")))
        .as("nothing falls away for a word nobody understands")
        .isEqualTo(TASK);
    assertThat(ProgrammeItems.narrow(TASK, List.of())).isEqualTo(TASK);
  }

  private static final FrozenFrame.Item NAMESAKE = new FrozenFrame.Item("JT-DY-99", "经营行为检查");

  @Test
  void a_name_that_two_items_bear_is_asked_for_its_code() {
    List<FrozenFrame.Item> items = List.of(LICENCE, CONDUCT, NAMESAKE);
    assertThat(ProgrammeItems.ambiguous(items, List.of("经营行为 检查")))
        .contains(new ProgrammeItems.Ambiguous("经营行为 检查", List.of("JT-DY-02", "JT-DY-99")));
    assertThat(ProgrammeItems.ambiguous(items, List.of("经营许可情况检查"))).isEmpty();
    assertThat(ProgrammeItems.ambiguous(items, List.of("按本任务抽查事项"))).isEmpty();
    assertThat(ProgrammeItems.ambiguous(TASK, List.of("经营行为检查"))).isEmpty();
  }

  @Test
  void the_code_of_one_item_says_which_of_its_namesakes_is_meant() {
    List<FrozenFrame.Item> items = List.of(LICENCE, CONDUCT, NAMESAKE);
    for (List<String> named : List.of(List.of("JT-DY-02"), List.of("经营行为检查", "JT-DY-02"))) {
      assertThat(ProgrammeItems.ambiguous(items, named)).isEmpty();
      assertThat(ProgrammeItems.narrow(items, named)).containsExactly(CONDUCT);
    }
  }
}
