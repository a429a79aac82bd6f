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
}
