package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A broker that is none for a moment is waited for, before topics are made on it. */
class TopicMakingTest {
  @Test
  void a_broker_that_comes_late_is_waited_for() throws Exception {
    var seen = new ArrayDeque<>(List.of(0, 0, 3));

    assertThat(TopicMaking.atLeastOne(seen::remove, Duration.ofSeconds(30))).isEqualTo(3);
    assertThat(seen).isEmpty();
  }

  @Test
  void where_none_comes_the_making_fails_and_says_so() {
    assertThatThrownBy(() -> TopicMaking.atLeastOne(() -> 0, Duration.ZERO))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("no broker is known");
  }
}
