package cn.doublerandom.benchmarks;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.ProjectionBuild;
import cn.doublerandom.eventstore.projection.Views;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.util.List;
import java.util.Map;

/** A read model of a million documents, filled from the ledger and filled by SQL alone. */
final class ProjectionSide {
  private final Ground ground;
  private final SideBySide sides;
  private final int events;

  ProjectionSide(Ground ground, SideBySide sides, int events) {
    this.ground = ground;
    this.sides = sides;
    this.events = events;
  }

  /** One document per stream: who answered, and how often. */
  private static final class Answers implements Projection {
    private static final ObjectReader JSON =
        EventCodec.mapper().readerFor(EventStoreBench.Checked.class);

    @Override
    public String name() {
      return "answers";
    }

    @Override
    public List<String> tables() {
      return List.of("answers_view");
    }

    @Override
    public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
      return views
          .fetch("answers_view", entries.stream().map(e -> e.event().stream()).toList())
          .invoke(() -> entries.forEach(entry -> apply(entry, views)));
    }

    private static void apply(LedgerEntry entry, Views views) {
      try {
        EventStoreBench.Checked checked = JSON.readValue(entry.event().payload());
        String id = entry.event().stream();
        int times = views.get("answers_view", id).map(b -> 2).orElse(1);
        views.put(
            "answers_view",
            id,
            CanonicalJson.text(
                Map.of(
                    "by", checked.by(),
                    "codes", checked.answer().codes(),
                    "item", checked.answer().itemCode(),
                    "remark", checked.remark(),
                    "times", times)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  void run() throws Exception {
    String database = ground.database("projected");
    ground.sql(database, "CREATE TABLE answers_view (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
    ground.sql(
        database,
        """
        INSERT INTO event (stream_id, version, id, type, payload, metadata, hash)
        SELECT 'p-' || g, 1, gen_random_uuid(), 'ItemChecked', '%s', '%s', repeat('a', 64)
        FROM generate_series(1, %d) AS g
        """
            .formatted(Ground.PAYLOAD, Ground.METADATA, events));
    ground.sql(
        database,
        """
        INSERT INTO ledger (seq, position, chain)
        SELECT row_number() OVER (ORDER BY position), position, repeat('b', 64) FROM event
        """);
    ground.sql(database, "VACUUM ANALYZE");
    Pool pool = ground.pool(database, 4);
    var build = new ProjectionBuild(pool, new Answers());
    build.first();
    ground.sql(database, "CREATE TABLE source AS SELECT id, body FROM answers_view");
    ground.sql(database, "VACUUM ANALYZE source");
    sides.compare(
        "rebuild of a projection of 10^6 events, seconds",
        "insert … select of the same 10^6 rows",
        SideBySide.Goal.AT_MOST,
        2.0,
        build::again,
        () -> {
          ground.sql(
              database,
              "DROP TABLE IF EXISTS copy_view;"
                  + " CREATE TABLE copy_view (id TEXT PRIMARY KEY, body TEXT NOT NULL)");
          long start = System.nanoTime();
          ground.sql(database, "INSERT INTO copy_view SELECT id, body FROM source");
          return (System.nanoTime() - start) / 1e9;
        });
    pool.close().await().indefinitely();
  }
}
