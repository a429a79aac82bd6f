package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A limit of the processor's time holds back what costs more, and nothing else. */
class ProcessorTimeTest {
  @Test
  void what_costs_little_is_within_its_limit() {
    ProcessorTime.assertWithin(Duration.ofSeconds(2), () -> {});
  }

  @Test
  void what_costs_as_much_as_its_limit_in_yardsticks_is_within_it_on_every_machine() {
    ProcessorTime.assertWithin(Duration.ofMillis(500), ProcessorTime::yardstick);
  }

  @Test
  void what_costs_many_times_its_limit_is_not_on_any_machine() {
    assertThatThrownBy(() ->
            ProcessorTime.assertWithin(
                Duration.ofMillis(50),
                () -> {
                  for (int i = 0; i < 4; i++) {
                    ProcessorTime.yardstick();
                  }
                }))
        .isInstanceOf(AssertionError.class);
  }
}
