package cn.doublerandom.servicekit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BusinessClockTest {
  private static final Instant NOW = Instant.parse("2026-11-30T16:34:04.250Z");
  private static final Instant BUSINESS = Instant.parse("2023-03-15T01:05:52.249Z");

  /** Witnesses reveal from a real time on, and by one of the business clock at the latest. */
  @Test
  void an_interval_of_both_clocks_does_not_end_before_it_begins() {
    Instant from = BusinessClock.shown(NOW.plusSeconds(60), NOW, BUSINESS);
    assertThat(from).isEqualTo(Instant.parse("2023-03-15T01:06:52.250Z"));
    assertThat(from).isBefore(BUSINESS.plus(Duration.ofDays(5)));
    assertThat(BusinessClock.shown(NOW, NOW, NOW.plusMillis(3))).isEqualTo(NOW);
  }
}
