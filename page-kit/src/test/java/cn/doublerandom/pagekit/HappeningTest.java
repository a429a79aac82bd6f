package cn.doublerandom.pagekit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HappeningTest {
  private static Happening by(String who) {
    return Happening.of("抽取作废", who, "2023-03-15 16:30:02", "2023-03-15 16:30:02", "名单有误");
  }

  @Test
  void of_what_takes_two_each_is_called_for_himself() {
    Happening voided = by(Happening.two("coordinator", "li 代 approver"));
    assertThat(voided.isOfTwo()).isTrue();
    assertThat(voided.asked()).isEqualTo("coordinator");
    assertThat(voided.agreed()).isEqualTo("li 代 approver");
    assertThat(by("coordinator").isOfTwo()).isFalse();
    assertThat(by("").recorded()).isEmpty();
  }
}
