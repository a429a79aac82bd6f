package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What several readers of one ledger are handed, one behind the other. */
class LedgerPagesIT {
  private TestDatabase database;
  private LedgerReader ledger;
  private LedgerPages pages;
  private int streams;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
    ledger = new LedgerReader(database.pool);
    pages = new LedgerPages(ledger);
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private void grow(int events) {
    var store = new PostgresEventStore(database.pool, () -> {});
    for (int i = 0; i < events; i++) {
      store
          .append(
              List.of(new Append("s-" + streams++, 0, List.of(EventStoreContract.event("{}")))),
              Optional.empty())
          .await()
          .indefinitely();
    }
    var leader = new LedgerLeader(database.pool, e -> List.of(), () -> {});
    Numbering.all(database.pool, leader);
    leader.close();
  }

  private List<Long> after(long seq, int limit) {
    return pages.after(seq, limit).await().indefinitely().stream().map(LedgerEntry::seq).toList();
  }

  @Test
  void what_one_reader_has_met_at_the_end_is_there_for_those_behind_it() throws Exception {
    grow(3);
    List<LedgerEntry> first = pages.after(0, 1_000).await().indefinitely();
    List<LedgerEntry> second = pages.after(1, 1_000).await().indefinitely();
    assertThat(second).hasSize(2);
    assertThat(second.getFirst()).as("it was not read again").isSameAs(first.get(1));
    assertThat(after(1, 1)).containsExactly(2L);
  }

  @Test
  void who_stands_at_the_end_hears_of_what_came_since() throws Exception {
    assertThat(after(0, 10)).isEmpty();
    grow(2);
    assertThat(after(0, 10)).containsExactly(1L, 2L);
    assertThat(after(2, 10)).isEmpty();
    grow(1);
    assertThat(after(2, 10)).containsExactly(3L);
    assertThat(after(1, 10)).as("what is there already comes first").startsWith(2L);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void readers_at_any_pace_miss_nothing_and_meet_nothing_twice(long seed) {
    var random = new Random(seed);
    List<List<Long>> met = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int turn = 0; turn < 40; turn++) {
      if (random.nextInt(3) == 0) {
        grow(random.nextInt(5));
      }
      List<Long> mine = met.get(random.nextInt(met.size()));
      mine.addAll(after(mine.size(), 1 + random.nextInt(4)));
    }
    for (List<Long> mine : met) {
      while (mine.size() < streams) {
        mine.addAll(after(mine.size(), 1_000));
      }
      assertThat(mine).isSorted().doesNotHaveDuplicates().hasSize(streams).endsWith((long) streams);
    }
  }
}
