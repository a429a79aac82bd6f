package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HomeTest {
  private static final String AWAY = "“公示”部分暂时无法使用";

  private static Glance glance(String fault) {
    return new Glance(List.of(), List.of(), List.of(), List.of(), List.of(), fault);
  }

  @Test
  void that_nothing_was_done_is_said_where_every_part_has_answered() {
    assertThat(Home.of(List.of(glance(""), glance("")), Set.of()).isIdle()).isTrue();
    assertThat(Home.of(List.of(glance(""), glance(AWAY)), Set.of()).isIdle()).isFalse();
    // The same sentence stands above, beside what waits.
    assertThat(Home.of(List.of(glance(""), glance(AWAY)), Set.of(AWAY)).isIdle()).isFalse();
  }
}
