package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody asks so often that others cannot. */
class VisitorsTest {
  private final AtomicLong now = new AtomicLong();
  private final Visitors visitors = new Visitors(limits(2, 4, 3, 10, 5, 6), now::get);

  private record Rate(double perSecond, double burst)
      implements GatewaySettings.Anonymous,
          GatewaySettings.Everybody,
          GatewaySettings.SignedIn,
          GatewaySettings.Codes {}

  private static GatewaySettings.Limits limits(
      double own, double ownBurst, double all, double allBurst, double token, double tokenBurst) {
    return new GatewaySettings.Limits() {
      @Override
      public GatewaySettings.Anonymous anonymous() {
        return new Rate(own, ownBurst);
      }

      @Override
      public GatewaySettings.Everybody everybody() {
        return new Rate(all, allBurst);
      }

      @Override
      public GatewaySettings.SignedIn signedIn() {
        return new Rate(token, tokenBurst);
      }

      @Override
      public GatewaySettings.Codes codes() {
        return new Rate(0.1, 3);
      }

      @Override
      public int connectionsPerAddress() {
        return 1;
      }

      @Override
      public Optional<List<String>> proxies() {
        return Optional.of(List.of("10.0.0.1"));
      }
    };
  }

  private int granted(String address, boolean withToken, int asked) {
    int granted = 0;
    for (int i = 0; i < asked; i++) {
      granted += visitors.secondsToWait(address, withToken) == 0 ? 1 : 0;
    }
    return granted;
  }

  private void passes(long seconds) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
  }

  @Test
  void an_address_may_ask_at_once_what_its_burst_allows_and_then_so_often_a_second() {
    assertThat(granted("1.1.1.1", false, 100)).isEqualTo(4);
    passes(1);
    assertThat(granted("1.1.1.1", false, 100)).isEqualTo(2);
    passes(1_000);
    assertThat(granted("1.1.1.1", false, 100)).isEqualTo(4);
  }

  @Test
  void one_address_takes_nothing_from_another_until_all_together_ask_too_often() {
    assertThat(granted("1.1.1.1", false, 100)).isEqualTo(4);
    assertThat(granted("2.2.2.2", false, 100)).isEqualTo(4);
    assertThat(granted("3.3.3.3", false, 100)).isEqualTo(2);
    assertThat(granted("4.4.4.4", false, 100)).isZero();
  }

  @Test
  void the_signed_in_are_not_held_up_by_the_crowd_and_no_token_is_a_free_pass() {
    for (int i = 0; i < 10; i++) {
      visitors.secondsToWait("9.9.9." + i, false);
    }
    assertThat(granted("1.1.1.1", false, 1)).isZero();
    assertThat(granted("1.1.1.1", true, 100)).isEqualTo(6);
  }

  @Test
  void who_has_to_wait_is_told_how_long() {
    granted("1.1.1.1", false, 4);
    assertThat(visitors.secondsToWait("1.1.1.1", false)).isEqualTo(1);
    passes(1);
    assertThat(visitors.secondsToWait("1.1.1.1", false)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4, '', 1.2.3.4",
    "1.2.3.4, 6.6.6.6, 1.2.3.4",
    "10.0.0.1, 6.6.6.6, 6.6.6.6",
    "10.0.0.1, '7.7.7.7, 6.6.6.6', 6.6.6.6",
    "10.0.0.1, '', 10.0.0.1",
    "2001:db8:1:2:3:4:5:6, '', 20010db800010002",
    "2001:db8:1:2::9, '', 20010db800010002",
    "::ffff:1.2.3.4, '', 1.2.3.4",
    "10.0.0.1, '::::', ::::"
  })
  void only_a_proxy_of_the_office_is_believed_who_asks(
      String connection, String forwarded, String address) {
    assertThat(visitors.address(connection, forwarded.isEmpty() ? List.of() : List.of(forwarded)))
        .isEqualTo(address);
  }

  @Test
  void an_account_is_what_the_token_says_and_without_one_the_address() {
    assertThat(Visitors.account("Bearer e30.eyJzdWIiOiI0NzExIn0.c2ln", "10.0.0.1"))
        .isEqualTo("sub 4711");
    for (String none :
        new String[] {
          "", "Basic abc", "Bearer x", "Bearer a.b.c", "Bearer e30.e30.c2ln", "Bearer e30.W10.c2ln"
        }) {
      assertThat(Visitors.account(none, "10.0.0.1")).isEqualTo("10.0.0.1");
    }
    assertThat(Visitors.account(null, "10.0.0.1")).isEqualTo("10.0.0.1");
  }

  @Test
  void who_tries_codes_waits_ten_seconds_for_each_after_the_first_few() {
    for (int i = 0; i < 3; i++) {
      assertThat(visitors.secondsToWaitByCode("203.0.113.7", "")).isZero();
    }
    assertThat(visitors.secondsToWaitByCode("203.0.113.7", "")).isEqualTo(10);
    assertThat(visitors.secondsToWaitByCode("203.0.113.8", "")).isZero();
    passes(10);
    assertThat(visitors.secondsToWaitByCode("203.0.113.7", "")).isZero();
    assertThat(visitors.secondsToWaitByCode("203.0.113.7", "")).isEqualTo(10);
  }

  @Test
  void a_code_that_was_right_is_not_locked_out_by_wrong_ones_and_was_no_guess() {
    String page = "/publication/ui/objections/R/7KM3Q-X2345";
    for (int i = 0; i < 3; i++) {
      assertThat(visitors.secondsToWaitByCode("203.0.113.7", page)).isZero();
      visitors.opens("203.0.113.7", page, false);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(visitors.secondsToWaitByCode("203.0.113.7", page + i)).isZero();
    }
    assertThat(visitors.secondsToWaitByCode("203.0.113.7", page + 4)).isEqualTo(10);
    assertThat(visitors.secondsToWaitByCode("203.0.113.7", page)).isZero();
    assertThat(visitors.secondsToWaitByCode("203.0.113.7", page)).isEqualTo(10);
  }

  @Test
  void a_letter_that_was_written_counts_as_one() {
    for (int i = 0; i < 3; i++) {
      assertThat(visitors.secondsToWaitByCode("203.0.113.7", "")).isZero();
      visitors.opens("203.0.113.7", "/publication/ui/letters/" + i, true);
    }
    assertThat(visitors.secondsToWaitByCode("203.0.113.7", "")).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    "/inspection/ui/checks/7KM3QX, true",
    "/inspection/ui/checks, true",
    "/inspection//api/v1/checks/7KM3QX/recusals, true",
    "/inspection/ui/visits, false",
    "/publication/ui/checks, false",
    "/publication/ui/objections, true",
    "/publication/api/v1//objections/130534-2023001-001-1-S/7KM3Q-X2345, true",
    "/inspection/ui/checks/ABC234/rating, true",
    "/inspection/api/v1/checks/ABC234/rating, true",
    "/inspection/api/v1/supervision/ratings/2023, false",
    "/publication/ui/letters, true",
    "/publication/api/v1/letters, true",
    "/publication/api/v1//letters/130534-20230616-7KM3QX2345/7KM3Q-X2345, true",
    "/publication/ui/letters/desks/7KM3Q-X2345, true",
    "/publication/ui/letters/desk, false",
    "/publication/ui/letters//desk/130534-20230616-7KM3QX2345, false",
    "/publication/api/v1/letters/figures/2023, false",
    "/publication/ui/notices/objections, false"
  })
  void what_a_short_code_opens_is_known_by_its_address(String path, boolean byCode) {
    assertThat(Visitors.isByCode(path)).isEqualTo(byCode);
  }
}
