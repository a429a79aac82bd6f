package cn.doublerandom.benchmarks;

import static cn.doublerandom.benchmarks.SideBySide.Goal.AT_LEAST;
import static cn.doublerandom.benchmarks.SideBySide.Goal.AT_MOST;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.ChainHash;
import cn.doublerandom.eventstore.ledger.LedgerLeader;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** The ledger read from its beginning: after rollbacks beside without, and its chain verified. */
final class ReplaySide {
  private static final int REPLAYED = 100_000;

  private final Ground ground;
  private final SideBySide sides;

  ReplaySide(Ground ground, SideBySide sides) {
    this.ground = ground;
    this.sides = sides;
  }

  void afterRollbacks() throws Exception {
    String clean = filled("clean", false);
    String rolled = filled("rolled", true);
    try (Pools pools = new Pools(ground, clean, rolled)) {
      readAll(pools.of(clean));
      readAll(pools.of(rolled));
      sides.compare(
          "replay with half the appends rolled back, seconds",
          "our own without",
          AT_MOST,
          1.05,
          () -> readAll(pools.of(rolled)),
          () -> readAll(pools.of(clean)));
    }
  }

  /** Pools that are closed together. */
  private static final class Pools implements AutoCloseable {
    private final Map<String, Pool> pools;

    Pools(Ground ground, String first, String second) {
      this.pools = Map.of(first, ground.pool(first, 4), second, ground.pool(second, 4));
    }

    Pool of(String database) {
      return Objects.requireNonNull(pools.get(database));
    }

    @Override
    public void close() {
      pools.values().forEach(pool -> pool.close().await().indefinitely());
    }
  }

  private String filled(String name, boolean halfRolledBack) throws Exception {
    String database = ground.database(name);
    Pool pool = ground.pool(database, 4);
    int chunk = 500;
    for (int from = 0; from < REPLAYED; from += chunk) {
      int first = from;
      List<Append> appends =
          IntStream.range(0, chunk)
              .mapToObj(i -> new Append("r-" + (first + i), 0, List.of(Ground.event())))
              .toList();
      if (halfRolledBack) {
        pool.withTransaction(c ->
                PostgresEventStore.in(c)
                    .append(appends, Optional.empty())
                    .flatMap(o -> Uni.createFrom().failure(new Undone())))
            .onFailure(Undone.class)
            .recoverWithNull()
            .await()
            .indefinitely();
      }
      new PostgresEventStore(pool, () -> {}).appendEach(appends).await().indefinitely();
    }
    var leader = new LedgerLeader(pool, e -> List.of(), () -> {});
    while (leader.turn()) {
      // until everything has its number
    }
    leader.close();
    pool.close().await().indefinitely();
    ground.sql(database, "VACUUM ANALYZE");
    return database;
  }

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Seconds to read the whole ledger and decode every event. */
  private static double readAll(Pool pool) {
    long start = System.nanoTime();
    long read = Ground.decodeAll(pool);
    if (read != REPLAYED) {
      throw new IllegalStateException("read " + read);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  void chain() throws Exception {
    int events = 200_000;
    List<StoredEvent> stored = new ArrayList<>();
    for (int i = 0; i < events; i++) {
      NewEvent event = Ground.event();
      String stream = "visit-130534-2023001-001-1-" + i;
      stored.add(
          new StoredEvent(
              stream,
              1,
              event.id(),
              event.type(),
              event.payload(),
              event.metadata(),
              event.hash(stream, 1)));
    }
    sides.measure(
        "chain verification, events a second on one core",
        AT_LEAST,
        300_000,
        () -> {
          long start = System.nanoTime();
          String chain = ChainHash.START;
          for (int i = 0; i < events; i++) {
            StoredEvent event = stored.get(i);
            if (!event.recomputedHash().equals(event.hash())) {
              throw new IllegalStateException("changed");
            }
            chain = ChainHash.next(chain, i + 1L, event.hash(), List.of());
          }
          return events / ((System.nanoTime() - start) / 1e9);
        });
  }
}
