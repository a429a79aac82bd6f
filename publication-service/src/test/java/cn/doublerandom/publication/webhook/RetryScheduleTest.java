package cn.doublerandom.publication.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final RetrySchedule SCHEDULE =
      new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)));

  @Test
  void each_wait_is_longer_than_stated_by_less_than_a_tenth() {
    assertThat(SCHEDULE.after(1, 0)).contains(Duration.ofSeconds(5));
    assertThat(SCHEDULE.after(1, 999)).contains(Duration.ofMillis(5_499));
    assertThat(SCHEDULE.after(2, 500)).contains(Duration.ofSeconds(315));
  }

  @Test
  void after_the_last_wait_nothing_is_tried() {
    assertThat(SCHEDULE.after(3, 0)).isEmpty();
  }
}
