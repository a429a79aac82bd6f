package cn.doublerandom.benchmarks;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.json.JacksonSerializer;

/**
 * Axon Framework's JDBC event store, on the same PostgreSQL, with Jackson and a pool of sixteen.
 */
final class AxonSide {
  private static final int SECONDS = 4;
  private static final int REPLAYED = 60_000;

  private final Ground ground;
  private final SideBySide sides;
  private final AtomicLong number = new AtomicLong();

  AxonSide(Ground ground, SideBySide sides) {
    this.ground = ground;
    this.sides = sides;
  }

  private static EventStoreBench.Checked payload() {
    return new EventStoreBench.Checked(
        new EventStoreBench.Checked.Answer(List.of("1"), "JT-DY-01", ""), "JC003", "x".repeat(180));
  }

  void run() throws Exception {
    ground.database("axon");
    String database = ground.database("besideaxon");
    var config = new HikariConfig();
    config.setJdbcUrl(ground.jdbc("axon"));
    config.setUsername("postgres");
    config.setPassword("postgres");
    config.setMaximumPoolSize(16);
    try (var source = new HikariDataSource(config)) {
      ConnectionProvider connections = source::getConnection;
      var serializer = JacksonSerializer.defaultSerializer();
      var axon =
          JdbcEventStorageEngine.builder()
              .connectionProvider(connections)
              .transactionManager(NoTransactionManager.INSTANCE)
              .eventSerializer(serializer)
              .snapshotSerializer(serializer)
              .build();
      axon.createSchema(PostgresEventTableFactory.INSTANCE);
      Pool pool = ground.pool(database, 16);
      var store = new PostgresEventStore(pool, () -> {});
      sides.compare(
          "append, 16 threads",
          "Axon Framework 4.12.2 JDBC event store",
          SideBySide.Goal.AT_LEAST,
          3.0,
          () -> threads(() -> ours(store, 1)),
          () -> threads(() -> theirs(axon, 1)));
      sides.compare(
          "append, batch of 10, 16 threads",
          "Axon Framework 4.12.2 JDBC event store",
          SideBySide.Goal.AT_LEAST,
          1.4,
          () -> threads(() -> ours(store, 10)),
          () -> threads(() -> theirs(axon, 10)));
      replay(source, axon);
      pool.close().await().indefinitely();
    }
  }

  private interface Appends {
    int now();
  }

  /** Events a second of sixteen threads that each wait for the answer. */
  private static double threads(Appends appends) throws Exception {
    long start = System.nanoTime();
    long end = start + SECONDS * 1_000_000_000L;
    long total = 0;
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Long>> all = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        all.add(() -> {
          long events = 0;
          while (System.nanoTime() < end) {
            events += appends.now();
          }
          return events;
        });
      }
      for (Future<Long> one : threads.invokeAll(all)) {
        total += one.get();
      }
    }
    return total / ((System.nanoTime() - start) / 1e9);
  }

  private int ours(PostgresEventStore store, int events) {
    var append =
        new Append(
            "a-" + number.incrementAndGet(),
            0,
            IntStream.range(0, events).mapToObj(i -> Ground.event()).toList());
    AppendOutcome outcome = store.append(List.of(append), Optional.empty()).await().indefinitely();
    if (outcome != AppendOutcome.APPENDED) {
      throw new IllegalStateException(outcome.name());
    }
    return events;
  }

  private int theirs(JdbcEventStorageEngine axon, int events) {
    String stream = "a-" + number.incrementAndGet();
    List<DomainEventMessage<?>> messages = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      messages.add(new GenericDomainEventMessage<>("Visit", stream, i, payload()));
    }
    axon.appendEvents(messages);
    return events;
  }

  private void replay(HikariDataSource source, JdbcEventStorageEngine axon) throws Exception {
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("TRUNCATE domainevententry RESTART IDENTITY");
    }
    for (int from = 0; from < REPLAYED; from += 100) {
      theirs(axon, 100);
    }
    String database = ground.database("replayed");
    Pool fresh = ground.pool(database, 4);
    var own = new PostgresEventStore(fresh, () -> {});
    for (int from = 0; from < REPLAYED; from += 1_000) {
      int first = from;
      own.appendEach(
              IntStream.range(0, 10)
                  .mapToObj(s ->
                      new Append(
                          "r-" + (first / 100 + s),
                          0,
                          IntStream.range(0, 100).mapToObj(i -> Ground.event()).toList()))
                  .toList())
          .await()
          .indefinitely();
    }
    var leader = new LedgerLeader(fresh, e -> List.of(), () -> {});
    while (leader.turn()) {
      // until everything has its number
    }
    leader.close();
    sides.compare(
        "sequential replay with decode, events a second",
        "Axon Framework 4.12.2 JDBC event store",
        SideBySide.Goal.AT_LEAST,
        3.0,
        () -> readOurs(fresh),
        () -> readTheirs(axon));
    fresh.close().await().indefinitely();
  }

  private static double readOurs(Pool pool) {
    long start = System.nanoTime();
    long read = Ground.decodeAll(pool);
    return read / ((System.nanoTime() - start) / 1e9);
  }

  private static double readTheirs(JdbcEventStorageEngine axon) {
    long start = System.nanoTime();
    long read =
        axon.readEvents(null, false)
            .map(TrackedEventMessage::getPayload)
            .filter(p -> p instanceof EventStoreBench.Checked c && !c.by().isEmpty())
            .count();
    return read / ((System.nanoTime() - start) / 1e9);
  }
}
