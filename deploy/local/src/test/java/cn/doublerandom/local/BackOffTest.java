package cn.doublerandom.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackOffTest {
  private long now;
  private final BackOff backOff = new BackOff(() -> now);

  private Duration after(Duration run) {
    backOff.begins();
    now += run.toNanos();
    return backOff.next();
  }

  @Test
  void the_pause_doubles_up_to_half_a_minute_and_there_is_always_a_next() {
    List<Long> pauses = new ArrayList<>();
    for (int death = 0; death < 500; death++) {
      pauses.add(after(Duration.ofMillis(200)).toMillis());
    }

    assertThat(pauses.subList(0, 8))
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    assertThat(pauses.getLast()).isEqualTo(30_000);
  }

  @Test
  void a_run_that_lasted_lets_the_pause_be_short_again() {
    for (int death = 0; death < 9; death++) {
      after(Duration.ofMillis(200));
    }

    assertThat(after(Duration.ofSeconds(59))).isEqualTo(BackOff.LONGEST);
    assertThat(after(Duration.ofSeconds(60))).isEqualTo(BackOff.FIRST);
    assertThat(after(Duration.ofSeconds(1))).isEqualTo(BackOff.FIRST.multipliedBy(2));
  }
}
