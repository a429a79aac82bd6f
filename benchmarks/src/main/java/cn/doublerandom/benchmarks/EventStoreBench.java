package cn.doublerandom.benchmarks;

import static cn.doublerandom.benchmarks.SideBySide.Goal.AT_LEAST;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.ledger.LedgerRelay;
import cn.doublerandom.eventstore.ledger.WakeUp;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.eventstore.postgres.AppendSql;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * {@code ./suite bench event-store}: every line is measured beside its counterpart in this run. The
 * counterparts run with the same durable PostgreSQL and the same Kafka.
 */
final class EventStoreBench {
  private static final int SECONDS = 4;
  private static final int PROJECTED = 1_000_000;

  private final Ground ground;
  private final PgBench pgbench;
  private final SideBySide sides = new SideBySide();
  private final AtomicLong number = new AtomicLong();

  /** What the payload of the benchmark's events says. */
  record Checked(Answer answer, String by, String remark) {
    record Answer(List<String> codes, String itemCode, String note) {}
  }

  private EventStoreBench(Ground ground) throws Exception {
    this.ground = ground;
    this.pgbench = new PgBench(ground);
  }

  public static void main(String[] only) throws Exception {
    try (var ground = new Ground()) {
      var bench = new EventStoreBench(ground);
      System.out.printf(
          "%s, %d cores, Java %s, PostgreSQL %s (fsync on), Kafka embedded%n%n",
          System.getProperty("os.name"),
          Runtime.getRuntime().availableProcessors(),
          Runtime.version(),
          bench.version());
      System.out.println("| what | against | goal | ratio | ours | theirs | met |");
      System.out.println("|---|---|---|---|---|---|---|");
      bench.run(only.length == 0 ? "append,relay,axon,replay,projection,chain" : only[0]);
      System.out.println("\nmissed: " + bench.sides.missed());
    }
    System.exit(0);
  }

  private String version() throws Exception {
    ground.database("start");
    try (var connection = ground.owner("start");
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SHOW server_version")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void run(String parts) throws Exception {
    if (parts.contains("append")) {
      append();
    }
    if (parts.contains("relay")) {
      new KafkaSide(ground, sides).run();
    }
    if (parts.contains("axon")) {
      new AxonSide(ground, sides).run();
    }
    var replay = new ReplaySide(ground, sides);
    if (parts.contains("replay")) {
      replay.afterRollbacks();
    }
    if (parts.contains("projection")) {
      new ProjectionSide(ground, sides, PROJECTED).run();
    }
    if (parts.contains("chain")) {
      replay.chain();
    }
  }

  // --- append

  private static String values(String script) {
    NewEvent event = Ground.event();
    return script
        .replace("$3::uuid", "gen_random_uuid()")
        .replace("$4::text", "'ItemChecked'")
        .replace("$5::text", quoted(Ground.PAYLOAD))
        .replace("$6::text", quoted(Ground.METADATA))
        .replace("$7::text", quoted(event.hash("s", 1)));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The same row, the same constraints and indexes, and nothing that arbitrates. */
  private static final String RAW =
      """
      \\set r random(1, 4000000000000000000)
      INSERT INTO raw_event (stream_id, version, id, type, payload, metadata, hash)
      VALUES ('s-' || :r, 1, $3::uuid, $4::text, $5::text, $6::text, $7::text);
      """;

  private static final String RAW_HUNDRED =
      """
      \\set r random(1, 4000000000000000000)
      INSERT INTO raw_event (stream_id, version, id, type, payload, metadata, hash)
      SELECT 's-' || :r || '-' || g, 1, $3::uuid, $4::text, $5::text, $6::text, $7::text
      FROM generate_series(1, 100) AS g;
      """;

  private static String oursInSql() {
    return "\\set r random(1, 4000000000000000000)\n"
        + values(AppendSql.oneEvent())
            .replace("$1::text", "('s-' || :r)")
            .replace("$2::bigint", "0")
            .strip()
        + ";\n";
  }

  private void append() throws Exception {
    String database = ground.database("append");
    ground.sql(database, "CREATE TABLE raw_event (LIKE event INCLUDING ALL)");
    ground.sql(database, "GRANT SELECT, INSERT ON raw_event TO append_app");
    Pool pool = ground.pool(database, 16);
    var store = new PostgresEventStore(pool, () -> {});

    sides.compare(
        "append of one event, 16 writers, SQL level",
        "pgbench raw insert of the same row",
        AT_LEAST,
        0.90,
        () -> pgbench.rate(database, oursInSql(), 16, SECONDS),
        () -> pgbench.rate(database, values(RAW), 16, SECONDS));
    sides.compare(
        "append in the JVM, 64 in flight, coalesced",
        "pgbench raw single-row insert at 16",
        AT_LEAST,
        2.0,
        () -> inFlight(store, 64, 1),
        () -> pgbench.rate(database, values(RAW), 16, SECONDS));
    sides.compare(
        "batches of 100, 16 writers",
        "pgbench 100-row statement",
        AT_LEAST,
        0.8,
        () -> inFlight(store, 16, 100),
        () -> 100 * pgbench.rate(database, values(RAW_HUNDRED), 16, SECONDS));
    pool.close().await().indefinitely();
    withSequencerAndRelay();
  }

  /** Events a second of so many commands at once, each for streams nobody used. */
  private double inFlight(PostgresEventStore store, int commands, int events) throws Exception {
    var done = new AtomicLong();
    long start = System.nanoTime();
    long end = start + SECONDS * 1_000_000_000L;
    List<CompletableFuture<Void>> chains = new ArrayList<>();
    for (int i = 0; i < commands; i++) {
      var chain = new CompletableFuture<Void>();
      chains.add(chain);
      next(store, events, end, done, chain);
    }
    for (CompletableFuture<Void> chain : chains) {
      chain.get();
    }
    return done.get() / ((System.nanoTime() - start) / 1e9);
  }

  private void next(
      PostgresEventStore store,
      int events,
      long end,
      AtomicLong done,
      CompletableFuture<Void> chain) {
    if (System.nanoTime() > end) {
      chain.complete(null);
      return;
    }
    List<Append> appends =
        IntStream.range(0, events)
            .mapToObj(i -> new Append("j-" + number.incrementAndGet(), 0, List.of(Ground.event())))
            .toList();
    store
        .append(appends, Optional.empty())
        .subscribe()
        .with(
            outcome -> {
              if (outcome != AppendOutcome.APPENDED) {
                chain.completeExceptionally(new IllegalStateException(outcome.name()));
                return;
              }
              done.addAndGet(events);
              next(store, events, end, done, chain);
            },
            chain::completeExceptionally);
  }

  private void withSequencerAndRelay() throws Exception {
    String database = ground.database("sequenced");
    ground.sql(database, "CREATE TABLE raw_event (LIKE event INCLUDING ALL)");
    Pool pool = ground.pool(database, 8);
    sides.compare(
        "writers with sequencer and relay running, 16 writers, SQL level",
        "without",
        AT_LEAST,
        0.85,
        () -> {
          var wakeRelay = new WakeUp();
          var leader =
              new Worker(
                  "ledger",
                  new LedgerLeader(
                      pool,
                      e ->
                          List.of(
                              new Announcement("bench.events.v1", e.stream(), "T", e.payload())),
                      wakeRelay::nudge),
                  new WakeUp());
          var relay =
              new Worker(
                  "relay",
                  new LedgerRelay("bench", pool, ground.kafka(), List.of("bench.events.v1")),
                  wakeRelay);
          leader.start();
          relay.start();
          // Both catch up first: only the writers' own seconds count.
          long head = -1;
          var reader = new LedgerReader(pool);
          while (reader.head().await().indefinitely() != head) {
            head = reader.head().await().indefinitely();
            LockSupport.parkNanos(1_500_000_000L);
          }
          double rate = pgbench.rate(database, oursInSql(), 16, SECONDS);
          leader.close();
          relay.close();
          return rate;
        },
        () -> pgbench.rate(database, oursInSql(), 16, SECONDS));
    pool.close().await().indefinitely();
  }
}
