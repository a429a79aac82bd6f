package cn.doublerandom.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalCountTest {
  private static final Instant MINUTE = Instant.parse("2023-03-15T01:00:00Z");
  private static final String HOUSE = "192.168.1.0/24";

  private final RefusalCount refusals = new RefusalCount();

  @Test
  void the_first_is_told_at_once_and_the_others_of_its_minute_together() {
    List<Entry> told = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      told.addAll(refusals.note("role-unknown", "JC001", HOUSE, MINUTE.plusSeconds(second)));
    }
    told.addAll(refusals.over(MINUTE.plusSeconds(61)));

    assertThat(told).extracting(Entry::times).containsExactly(1L, 59L);
    assertThat(told).allMatch(entry -> entry.account().equals("JC001"));
    assertThat(refusals.over(MINUTE.plusSeconds(130))).isEmpty();
  }

  @Test
  void accounts_and_sources_are_told_apart() {
    refusals.note("role-unknown", "JC001", HOUSE, MINUTE);

    assertThat(refusals.note("role-unknown", "JC002", HOUSE, MINUTE)).hasSize(1);
    assertThat(refusals.note("role-unknown", "JC001", "10.0.0.0/24", MINUTE)).hasSize(1);
  }

  @Test
  void a_flood_has_no_more_entries_than_a_minute_may_have_and_none_is_uncounted() {
    List<Entry> told = new ArrayList<>();
    int flood = 100_000;
    for (int i = 0; i < flood; i++) {
      told.addAll(
          refusals.note(
              "account-unknown", "", "10.%d.%d.0/24".formatted(i / 256, i % 256), MINUTE));
    }
    told.addAll(refusals.over(MINUTE.plusSeconds(60)));

    assertThat(told).hasSizeLessThanOrEqualTo(2 * RefusalCount.MOST + 1);
    assertThat(told.stream().mapToLong(Entry::times).sum()).isEqualTo(flood);
    assertThat(told.getLast().source()).isEmpty();
  }

  @Test
  void who_ends_the_gateway_loses_no_count() {
    refusals.note("cross-site", "", HOUSE, MINUTE);
    refusals.note("cross-site", "", HOUSE, MINUTE);

    assertThat(refusals.rest(MINUTE)).extracting(Entry::times).containsExactly(1L);
  }
}
