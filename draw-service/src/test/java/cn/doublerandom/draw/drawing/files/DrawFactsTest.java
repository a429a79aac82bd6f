package cn.doublerandom.draw.drawing.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrawFactsTest {
  @Test
  void rule_packs_are_called_by_their_titles_and_one_that_ships_no_more_by_its_id() {
    assertThat(DrawFacts.packs("hebei-2023+visits-2023")).isEqualTo("《河北省随机抽查工作规范》、《抽查前业务培训》");
    assertThat(DrawFacts.packs("visits-2023+hebei-2023.1")).isEqualTo("《抽查前业务培训》、hebei-2023.1");
  }
}
