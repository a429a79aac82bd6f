package cn.doublerandom.draw.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StratumWordsTest {
  @Test
  void the_class_of_a_stratum_is_told_in_words() {
    assertThat(StratumWords.of("ALL")).isEqualTo("全部（不分级）");
    assertThat(StratumWords.of("B")).isEqualTo("一般风险（B）");
    assertThat(StratumWords.of("二级以上")).isEqualTo("二级以上");
  }

  @Test
  void tasks_drawn_as_one_are_spelled_out() {
    assertThat(StratumWords.of("A=1+2024001-002=3")).isEqualTo("低风险（A） 抽 1 个，任务 2024001-002 抽 3 个");
    assertThat(StratumWords.of("2023001-001=4+2023001-002/B=2"))
        .isEqualTo("任务 2023001-001 抽 4 个，任务 2023001-002 一般风险（B） 抽 2 个");
  }

  @Test
  void who_reads_english_reads_the_same_classes() {
    assertThat(StratumWords.inEnglish("ALL")).isEqualTo("all (one class)");
    assertThat(StratumWords.inEnglish("B")).isEqualTo("usual risk (B)");
    assertThat(StratumWords.inEnglish("二级以上")).isEqualTo("二级以上");
    assertThat(StratumWords.inEnglish("A=1+2024001-002=3"))
        .isEqualTo("1 of low risk (A), 3 of task 2024001-002");
    assertThat(StratumWords.inEnglish("2023001-001=4+2023001-002/B=2"))
        .isEqualTo("4 of task 2023001-001, 2 of task 2023001-002 usual risk (B)");
  }
}
