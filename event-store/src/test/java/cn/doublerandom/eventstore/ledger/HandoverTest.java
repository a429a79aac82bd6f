package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HandoverTest {
  private final Handover handover = new Handover();

  private static Spoken said(long seq, int ordinal, String value) {
    return new Spoken(
        seq,
        ordinal,
        new Announcement("firms.events.v1", "firm-" + seq, "firm.changed.v1", value),
        "0".repeat(64),
        new UUID(0, seq),
        1,
        "firm-" + seq,
        "{}",
        0,
        "0".repeat(64),
        null,
        seq,
        "7");
  }

  /** Entries of which each says two things, but every third nothing. */
  private void give(long after, long upTo) {
    List<Spoken> said = new ArrayList<>();
    for (long seq = after + 1; seq <= upTo; seq++) {
      if (seq % 3 != 0) {
        said.add(said(seq, 0, "{}"));
        said.add(said(seq, 1, "{}"));
      }
    }
    handover.give(after, upTo, said);
  }

  private List<Long> after(long seq, int limit) {
    return handover.after(seq, limit).stream().map(Spoken::seq).toList();
  }

  @Test
  void what_was_numbered_is_told_in_its_order_and_no_entry_in_halves() {
    give(10, 14);
    give(14, 17);
    assertThat(after(10, 3)).containsExactly(11L, 11L, 13L, 13L);
    assertThat(after(13, 100)).containsExactly(14L, 14L, 16L, 16L, 17L, 17L);
    assertThat(after(17, 100)).isEmpty();
  }

  @Test
  void who_asks_for_what_came_before_it_is_told_nothing() {
    give(10, 14);
    assertThat(after(9, 100)).isEmpty();
    assertThat(after(10, 100)).hasSize(6);
  }

  @Test
  void after_a_gap_it_knows_only_what_came_behind_it() {
    give(10, 14);
    give(20, 22);
    assertThat(after(10, 100)).isEmpty();
    assertThat(after(20, 100)).containsExactly(22L, 22L);
  }

  @Test
  void what_nobody_fetches_does_not_fill_the_memory() {
    String mega = "x".repeat(1024 * 1024);
    for (long seq = 1; seq <= 40; seq++) {
      handover.give(seq - 1, seq, List.of(said(seq, 0, mega)));
    }
    assertThat(after(0, 100)).isEmpty();
    assertThat(after(24, 100)).hasSize(16);
  }

  @Test
  void one_that_leads_no_more_hands_nothing_over() {
    give(0, 2);
    handover.clear();
    assertThat(after(0, 100)).isEmpty();
  }
}
