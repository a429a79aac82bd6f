package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerLeaderIT {
  private TestDatabase database;
  private final List<AutoCloseable> workers = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.fresh();
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable worker : workers) {
      worker.close();
    }
    database.close();
  }

  private LedgerLeader leader() {
    return new LedgerLeader(
        database.pool,
        event -> List.of(new Announcement("t", event.stream(), "T", event.payload())),
        () -> {});
  }

  private void run(LedgerLeader leader) {
    var worker = new Worker("ledger", leader, new WakeUp());
    workers.add(worker);
    worker.start();
  }

  private AppendOutcome append(String stream, long expected) {
    return new PostgresEventStore(database.pool, () -> {})
        .append(
            List.of(new Append(stream, expected, List.of(EventStoreContract.event("{}")))),
            Optional.empty())
        .await()
        .indefinitely();
  }

  private List<LedgerEntry> ledger() {
    return new LedgerReader(database.pool).after(0, 100_000).await().indefinitely();
  }

  private void assertSound(List<LedgerEntry> entries) {
    String chain = ChainHash.START;
    Map<String, Long> versions = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      LedgerEntry entry = entries.get(i);
      assertThat(entry.seq()).isEqualTo(i + 1L);
      assertThat(entry.event().version())
          .as("version of %s at seq %d", entry.event().stream(), entry.seq())
          .isEqualTo(versions.merge(entry.event().stream(), 1L, Long::sum));
      chain =
          ChainHash.next(
              chain,
              entry.seq(),
              entry.event().recomputedHash(),
              List.of(new Announcement("t", entry.event().stream(), "T", "{}")));
      assertThat(entry.chain()).isEqualTo(chain);
    }
  }

  @Test
  void a_transaction_that_is_slow_to_commit_holds_the_numbering_back_and_is_not_skipped() {
    var slow = database.pool.getConnection().await().indefinitely();
    var transaction = slow.begin().await().indefinitely();
    PostgresEventStore.in(slow)
        .append(
            List.of(new Append("slow", 0, List.of(EventStoreContract.event("{}")))),
            Optional.empty())
        .await()
        .indefinitely();
    append("fast", 0);
    run(leader());

    await()
        .during(Duration.ofMillis(600))
        .atMost(Duration.ofSeconds(20))
        .until(() -> ledger().isEmpty());
    transaction.commit().await().indefinitely();
    slow.close().await().indefinitely();

    await().until(() -> ledger().size() == 2);
    assertSound(ledger());
    assertThat(ledger().getFirst().event().stream()).isEqualTo("slow");
  }

  @Test
  void a_version_written_with_an_early_transaction_id_is_never_numbered_before_the_one_before_it() {
    var early = database.pool.getConnection().await().indefinitely();
    var transaction = early.begin().await().indefinitely();
    early.query("SELECT pg_current_xact_id()").execute().await().indefinitely();
    append("visit", 0);
    run(leader());
    boolean appended =
        PostgresEventStore.in(early)
            .append(
                List.of(new Append("visit", 1, List.of(EventStoreContract.event("{}")))),
                Optional.empty())
            .map(AppendOutcome.APPENDED::equals)
            .onFailure()
            .recoverWithItem(false)
            .await()
            .indefinitely();
    transaction.rollback().await().indefinitely();
    early.close().await().indefinitely();

    assertThat(appended).isFalse();
    append("visit", 1);
    await().until(() -> ledger().size() == 2);
    assertSound(ledger());
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("delay.seeds", 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sixteen_writers_with_random_commit_delays_lose_and_reorder_nothing(long seed)
      throws Exception {
    run(leader());
    int streams = 12;
    long[] total = {0};
    try (var pool = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> writers = new ArrayList<>();
      for (int w = 0; w < 16; w++) {
        var random = new Random(seed * 100 + w);
        writers.add(() -> write(random, streams, 40));
      }
      for (Future<Integer> written : pool.invokeAll(writers)) {
        total[0] += written.get();
      }
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> ledger().size() == total[0]);
    assertSound(ledger());
    assertThat(database.ask("SELECT count(*) FROM event")).isEqualTo(Long.toString(total[0]));
  }

  /** Appends in open transactions that wait before they commit, or roll back. */
  private int write(Random random, int streams, int appends) {
    int written = 0;
    for (int i = 0; i < appends; i++) {
      String stream = "s-" + random.nextInt(streams);
      boolean takesItsIdEarly = random.nextInt(3) == 0;
      boolean rollsBack = random.nextInt(4) == 0;
      int pause = random.nextInt(12);
      var connection = database.pool.getConnection().await().indefinitely();
      try {
        var transaction = connection.begin().await().indefinitely();
        if (takesItsIdEarly) {
          connection.query("SELECT pg_current_xact_id()").execute().await().indefinitely();
          Thread.sleep(random.nextInt(6));
        }
        var store = PostgresEventStore.in(connection);
        long version = store.load(List.of(stream)).await().indefinitely().size();
        boolean done =
            store
                .append(
                    List.of(new Append(stream, version, List.of(EventStoreContract.event("{}")))),
                    Optional.empty())
                .map(AppendOutcome.APPENDED::equals)
                .onFailure()
                .recoverWithItem(false)
                .await()
                .indefinitely();
        Thread.sleep(pause);
        if (done && !rollsBack) {
          transaction.commit().await().indefinitely();
          written++;
        } else {
          transaction.rollback().await().indefinitely();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        connection.close().await().indefinitely();
      }
    }
    return written;
  }

  private void list(String stream, int entries) {
    new PostgresEventStore(database.pool, () -> {})
        .append(
            List.of(new Append(stream, 0, List.of(EventStoreContract.listed(entries)))),
            Optional.empty())
        .await()
        .indefinitely();
  }

  @Test
  void who_announces_and_who_reads_the_ledger_finds_long_lists_whole() {
    List<Integer> lengths = new ArrayList<>();
    list("listed", 10_000);
    try (var leader =
        new LedgerLeader(
            database.pool,
            event -> {
              lengths.add(event.wholePayload().split(",").length);
              return List.of();
            },
            () -> {})) {
      Numbering.all(database.pool, leader);
    }

    assertThat(lengths).containsExactly(10_000);
    assertThat(ledger().getFirst().event().wholePayload()).endsWith(",9999]}");
  }

  @Test
  void two_leaders_at_once_number_every_event_once() {
    run(leader());
    run(leader());
    for (int i = 0; i < 50; i++) {
      append("s-" + i, 0);
    }
    await().until(() -> ledger().size() == 50);
    assertSound(ledger());
  }

  @Test
  void the_next_leader_goes_on_where_the_last_one_ended() {
    append("a", 0);
    LedgerLeader first = leader();
    first.turn();
    first.close();
    append("a", 1);
    LedgerLeader second = leader();
    second.turn();
    second.close();

    assertThat(ledger()).hasSize(2);
    assertSound(ledger());
  }

  @Test
  void a_leader_that_was_overtaken_while_paused_numbers_nothing_more() throws Exception {
    append("a", 0);
    LedgerLeader paused = leader();
    paused.turn();
    database.ask("UPDATE leader SET epoch = epoch + 1 RETURNING epoch");
    append("a", 1);

    // The database's own housekeeping may hold the new event back for a moment.
    assertThatThrownBy(
            () -> {
              Instant end = Instant.now().plusSeconds(5);
              while (Instant.now().isBefore(end)) {
                paused.turn();
              }
            })
        .hasMessageContaining("another leader has taken over");
    assertThat(ledger()).hasSize(1);
    paused.close();
    LedgerLeader next = leader();
    next.turn();
    next.close();
    assertThat(ledger()).hasSize(2);
    assertSound(ledger());
  }

  @Test
  void a_long_writing_transaction_raises_the_alarm_and_afterwards_nothing_is_skipped()
      throws Exception {
    var vitals = new Vitals();
    var monitor =
        new MemoryMonitor(
            database.pool, vitals, new MemoryMonitor.Limits(1_000, Duration.ofSeconds(1)));
    var slow = database.pool.getConnection().await().indefinitely();
    var transaction = slow.begin().await().indefinitely();
    PostgresEventStore.in(slow)
        .append(
            List.of(new Append("slow", 0, List.of(EventStoreContract.event("{}")))),
            Optional.empty())
        .await()
        .indefinitely();
    for (int i = 0; i < 5; i++) {
      append("fast-" + i, 0);
    }
    run(leader());

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> {
          monitor.turn();
          assertThat(vitals.troubles().get(MemoryMonitor.WRITER)).contains("5 events wait");
        });
    assertThat(monitor.latest().writerSeconds()).isGreaterThan(1);
    transaction.commit().await().indefinitely();
    slow.close().await().indefinitely();

    await().until(() -> ledger().size() == 6);
    assertSound(ledger());
    await()
        .untilAsserted(() -> {
          monitor.turn();
          assertThat(vitals.troubles()).isEmpty();
          assertThat(monitor.latest().unsequenced()).isZero();
        });
  }

  @Test
  void a_leader_that_cannot_say_what_an_event_means_tells_which_and_is_well_once_it_can() {
    var vitals = new Vitals();
    boolean[] broken = {true};
    var leader =
        new LedgerLeader(
            database.pool,
            event -> {
              if (broken[0] && event.stream().equals("odd")) {
                throw new IllegalArgumentException("no such type");
              }
              return List.of(new Announcement("t", event.stream(), "T", event.payload()));
            },
            () -> {},
            vitals);
    workers.add(leader);
    append("odd", 0);
    append("even", 0);

    assertThatThrownBy(leader::turn).hasMessageContaining("version 1 of odd");
    assertThat(vitals.troubles().get(Vitals.LEDGER))
        .contains("version 1 of odd")
        .contains("no such type");
    assertThat(ledger()).isEmpty();

    broken[0] = false;
    Numbering.all(database.pool, leader);
    assertThat(vitals.troubles()).isEmpty();
    assertSound(ledger());
    assertThat(ledger()).hasSize(2);
  }

  @Test
  void what_nobody_could_be_told_is_counted_and_beyond_the_bound_no_more_is_taken()
      throws Exception {
    var vitals = new Vitals();
    var monitor =
        new MemoryMonitor(
            database.pool, vitals, new MemoryMonitor.Limits(10, Duration.ofMinutes(1)));
    monitor.turn();
    assertThat(monitor.isFull()).isFalse();
    run(leader());
    for (int i = 0; i < 11; i++) {
      append("s-" + i, 0);
    }
    await().until(() -> ledger().size() == 11);
    monitor.turn();

    assertThat(monitor.latest().unpublished()).isEqualTo(11);
    assertThat(monitor.isFull()).isTrue();
    assertThat(vitals.troubles()).containsKey(MemoryMonitor.BACKLOG);
    vitals.published(11);
    monitor.turn();
    assertThat(monitor.isFull()).isFalse();
    assertThat(vitals.troubles()).isEmpty();
  }

  @Test
  void a_copy_in_a_fresh_cluster_is_refused_until_adopted_and_then_goes_on_without_a_gap(
      @TempDir Path home) throws Exception {
    run(leader());
    for (int i = 0; i < 300; i++) {
      append("s-" + i % 7, i / 7);
    }
    await().until(() -> ledger().size() == 300);
    // Burn transaction ids, so that those of the fresh cluster are far behind.
    for (int i = 0; i < 2_000; i++) {
      database.pool.query("SELECT pg_current_xact_id()").execute().await().indefinitely();
    }
    workers.removeFirst().close();
    append("late", 0);
    append("late", 1);

    try (var copy = database.copyIntoFreshCluster(home)) {
      var vitals = new Vitals();
      var refused = new LedgerLeader(copy.pool, e -> List.of(), () -> {}, vitals);
      assertThatThrownBy(refused::turn).hasMessageContaining("another cluster");
      refused.close();
      assertThat(vitals.troubles()).containsKey(Vitals.LEDGER);

      assertThat(copy.ask("SELECT adopt_restored_events()")).isEqualTo("302");
      LedgerLeader next =
          new LedgerLeader(
              copy.pool,
              event -> List.of(new Announcement("t", event.stream(), "T", event.payload())),
              () -> {});
      next.turn();
      var store = new PostgresEventStore(copy.pool, () -> {});
      assertThat(
              store
                  .append(
                      List.of(new Append("s-0", 43, List.of(EventStoreContract.event("{}")))),
                      Optional.empty())
                  .await()
                  .indefinitely())
          .isEqualTo(AppendOutcome.APPENDED);
      next.turn();
      next.close();
      var entries = new LedgerReader(copy.pool).after(0, 1_000).await().indefinitely();
      assertThat(entries).hasSize(303);
      assertSound(entries);
      assertThat(entries.subList(300, 302))
          .extracting(e -> e.event().stream())
          .containsExactly("late", "late");
    }
  }
}
