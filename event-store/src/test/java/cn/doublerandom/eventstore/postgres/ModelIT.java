package cn.doublerandom.eventstore.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStoreContract;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.TestDatabase;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.WakeUp;
import cn.doublerandom.eventstore.ledger.Worker;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of appends, conflicts, repetitions, rollbacks, slow commits and killed
 * connections, each compared step by step with the oracle. The seed is the test's argument; {@code
 * -Dmodel.seeds=200} runs more of them.
 */
class ModelIT {
  private static final int STEPS = 60;
  private static final int STREAMS = 6;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("model.seeds", 10));
  }

  /** An append in a transaction that has not ended. */
  private record Open(SqlConnection connection, Transaction transaction, List<Append> appends) {}

  private final InMemoryEventStore oracle = new InMemoryEventStore();
  private final List<Open> open = new ArrayList<>();
  private Random random;
  private TestDatabase database;
  private PostgresEventStore store;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatever_happens_the_log_says_what_the_oracle_says_and_the_ledger_orders_it(long seed)
      throws Exception {
    random = new Random(seed);
    database = TestDatabase.fresh();
    store = new PostgresEventStore(database.pool, () -> {});
    var leader =
        new Worker(
            "ledger",
            new LedgerLeader(
                database.pool,
                e -> List.of(new Announcement("t", e.stream(), "T", e.payload())),
                () -> {}),
            new WakeUp());
    leader.start();
    try {
      for (int step = 0; step < STEPS; step++) {
        step(step);
      }
      while (!open.isEmpty()) {
        end(open.removeFirst(), random.nextBoolean());
      }
      compare();
      compareLedger();
    } finally {
      leader.close();
      database.close();
    }
  }

  private void step(int number) throws Exception {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> append(number, Optional.empty());
      case 4 ->
          append(
              number,
              Optional.of(new CommandKey("key-" + random.nextInt(4), "h" + random.nextInt(2))));
      case 5, 6 -> openSlow(number);
      case 7 -> {
        if (!open.isEmpty()) {
          end(open.remove(random.nextInt(open.size())), true);
        }
      }
      case 8 -> {
        if (!open.isEmpty()) {
          end(open.remove(random.nextInt(open.size())), false);
        }
      }
      default -> killOpen();
    }
  }

  private String freeStream() {
    for (int i = 0; i < 20; i++) {
      String stream = "s-" + random.nextInt(STREAMS);
      if (open.stream()
          .noneMatch(o -> o.appends().stream().anyMatch(a -> a.stream().equals(stream)))) {
        return stream;
      }
    }
    return "spare-" + random.nextInt(1_000_000);
  }

  private List<Append> randomAppends(int number) {
    Map<String, Append> appends = new HashMap<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      String stream = freeStream();
      long version = oracle.load(List.of(stream)).await().indefinitely().size();
      // One in five writers has missed an event, or believes in one that is not there.
      long expected =
          random.nextInt(5) == 0 ? Math.max(0, version + random.nextInt(3) - 1) : version;
      List<NewEvent> events = new ArrayList<>();
      for (int e = 0; e <= random.nextInt(3); e++) {
        events.add(EventStoreContract.event("{\"step\":" + number + ",\"e\":" + e + "}"));
      }
      appends.put(stream, new Append(stream, expected, events));
    }
    return List.copyOf(appends.values());
  }

  private void append(int number, Optional<CommandKey> key) {
    List<Append> appends = randomAppends(number);
    AppendOutcome expected = oracle.append(appends, key).await().indefinitely();
    AppendOutcome actual = store.append(appends, key).await().indefinitely();
    assertThat(actual).as("step %d", number).isEqualTo(expected);
  }

  /** The oracle hears of it only when it commits. */
  private void openSlow(int number) {
    if (open.size() >= 4) {
      return;
    }
    SqlConnection connection = database.pool.getConnection().await().indefinitely();
    Transaction transaction = connection.begin().await().indefinitely();
    if (random.nextInt(3) == 0) {
      connection.query("SELECT pg_current_xact_id()").execute().await().indefinitely();
    }
    String stream = freeStream();
    long version = oracle.load(List.of(stream)).await().indefinitely().size();
    List<Append> appends =
        List.of(
            new Append(
                stream, version, List.of(EventStoreContract.event("{\"slow\":" + number + "}"))));
    boolean appended =
        PostgresEventStore.in(connection)
            .append(appends, Optional.empty())
            .map(AppendOutcome.APPENDED::equals)
            .onFailure()
            .recoverWithItem(false)
            .await()
            .indefinitely();
    var one = new Open(connection, transaction, appends);
    if (appended) {
      open.add(one);
    } else {
      end(one, false);
    }
  }

  private void end(Open one, boolean commit) {
    if (commit) {
      one.transaction().commit().await().indefinitely();
      assertThat(oracle.append(one.appends(), Optional.empty()).await().indefinitely())
          .isEqualTo(AppendOutcome.APPENDED);
    } else {
      one.transaction().rollback().onFailure().recoverWithNull().await().indefinitely();
    }
    one.connection().close().onFailure().recoverWithNull().await().indefinitely();
  }

  /** Kills the connection of an open transaction from outside, as a crash would. */
  private void killOpen() throws Exception {
    if (open.isEmpty()) {
      return;
    }
    Open victim = open.remove(random.nextInt(open.size()));
    int backend =
        victim
            .connection()
            .query("SELECT pg_backend_pid() AS pid")
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getInteger("pid");
    database.ask("SELECT pg_terminate_backend(" + backend + ", 5000)");
    end(victim, false);
  }

  private List<String> streams() throws Exception {
    return List.of(
        database
            .ask("SELECT coalesce(string_agg(DISTINCT stream_id, ','), '') FROM event")
            .split(","));
  }

  private void compare() throws Exception {
    List<String> streams = new ArrayList<>(streams());
    for (int i = 0; i < STREAMS; i++) {
      streams.add("s-" + i);
    }
    List<String> distinct = streams.stream().filter(s -> !s.isEmpty()).distinct().sorted().toList();
    assertThat(payloads(store.load(distinct).await().indefinitely()))
        .isEqualTo(payloads(oracle.load(distinct).await().indefinitely()));
  }

  private static List<String> payloads(List<StoredEvent> events) {
    return events.stream().map(e -> e.stream() + " v" + e.version() + " " + e.payload()).toList();
  }

  private void compareLedger() throws Exception {
    int total = Integer.parseInt(database.ask("SELECT count(*) FROM event"));
    var reader = new LedgerReader(database.pool);
    await().until(() -> reader.head().await().indefinitely() == total);
    Map<String, Long> versions = new HashMap<>();
    List<LedgerEntry> entries = reader.after(0, total).await().indefinitely();
    for (int i = 0; i < entries.size(); i++) {
      assertThat(entries.get(i).seq()).isEqualTo(i + 1L);
      StoredEvent event = entries.get(i).event();
      assertThat(event.version()).isEqualTo(versions.merge(event.stream(), 1L, Long::sum));
    }
  }
}
