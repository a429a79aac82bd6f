package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartFaultTest {
  private static final PartQuestion.Called WAITING = new PartQuestion.Called("待办", "what waits");

  @ParameterizedTest
  @EnumSource
  void who_reads_english_is_told_in_english_what_is_missing(PartFault fault) {
    assertThat(fault.sentence(Part.DRAW, WAITING, new Look("en", false)))
        .startsWith("“Plans and draws” ")
        .doesNotContainPattern("\\p{IsHan}")
        .doesNotContain("%");
  }

  @ParameterizedTest
  @EnumSource
  void everybody_else_in_chinese(PartFault fault) {
    assertThat(fault.sentence(Part.DRAW, WAITING, new Look("", false)))
        .startsWith("“抽查计划与抽取”部分")
        .endsWith("；其他部分不受影响。")
        .doesNotContain("%");
  }
}
