package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A window of 20 seconds, 1 KiB a second. */
class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(20), 1024);

  /** How many moments it went on. */
  private int moments(int most, long bytesInEach) {
    for (int moment = 1; moment <= most; moment++) {
      pace.came(bytesInEach);
      if (pace.isTooSlowNow()) {
        return moment;
      }
    }
    return most + 1;
  }

  @Test
  void nobody_is_judged_before_half_of_the_window() {
    assertThat(moments(100, 0)).isEqualTo(10);
  }

  @Test
  void who_sends_a_little_less_than_asked_is_too_slow() {
    assertThat(moments(100, 1023)).isEqualTo(10);
  }

  @Test
  void who_sends_as_much_as_asked_goes_on() {
    assertThat(moments(4_000, 1024)).isEqualTo(4_001);
  }

  @Test
  void what_came_long_ago_excuses_nobody() {
    pace.came(500_000_000);
    assertThat(moments(100, 1)).isEqualTo(21);
  }

  @Test
  void a_gap_is_forgiven_while_the_average_holds() {
    assertThat(moments(40, 4096)).isEqualTo(41);
    assertThat(moments(14, 0)).isEqualTo(15);
    assertThat(moments(40, 4096)).isEqualTo(41);
  }

  @Test
  void who_waited_for_the_service_begins_anew() {
    assertThat(moments(9, 0)).isEqualTo(10);
    pace.begin();
    assertThat(moments(100, 0)).isEqualTo(10);
  }

  @Test
  void a_body_has_a_second_more_for_what_it_announces() {
    Duration small = Duration.ofSeconds(15);
    assertThat(RequestBody.whole(small, 32_768, 16_384)).isEqualTo(small);
    assertThat(RequestBody.whole(small, 32_768, -1)).isEqualTo(small);
    assertThat(RequestBody.whole(small, 32_768, 1_000_000)).isEqualTo(Duration.ofSeconds(45));
  }
}
