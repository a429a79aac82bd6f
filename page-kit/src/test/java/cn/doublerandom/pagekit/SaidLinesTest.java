package cn.doublerandom.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What was written in lines is read in lines. */
class SaidLinesTest {
  @Test
  void lines_are_those_that_were_written_whatever_ended_them() {
    assertThat(SaidLines.inLines("第一行\r\n\r\n第三行\n第四行")).containsExactly("第一行", "", "第三行", "第四行");
    assertThat(SaidLines.inLines("一行")).containsExactly("一行");
  }
}
