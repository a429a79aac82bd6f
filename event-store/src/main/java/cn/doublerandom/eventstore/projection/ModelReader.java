package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.projection.ProjectionEngine.RowSink;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over the rows of read models, as they are and as they were. */
final class ModelReader {
  private static final Logger LOG = LoggerFactory.getLogger(ModelReader.class);
  private static final int PAGE = 2_000;

  private final Pool pool;
  private final LedgerReader ledger;

  ModelReader(Pool pool, LedgerReader ledger) {
    this.pool = pool;
    this.ledger = ledger;
  }

  /**
   * Folds the ledger up to a point of the past into passing tables and hands their rows over, table
   * by table, ascending by the bytes of the id. Nothing else is touched and nobody is told.
   *
   * @param toSeq the last entry applied
   */
  void replay(Projection projection, long toSeq, RowSink sink) {
    String name = "r_" + projection.name();
    pool.withTransaction(connection -> Folding.prepare(connection, name, projection))
        .await()
        .indefinitely();
    try {
      var out = new AtomicReference<>(liveLeftOut(projection));
      long seq = 0;
      while (seq < toSeq) {
        List<LedgerEntry> entries =
            ledger
                .after(seq, (int) Math.min(ProjectionJob.BUILD_BATCH, toSeq - seq))
                .await()
                .indefinitely();
        if (entries.isEmpty()) {
          throw new IllegalArgumentException(
              "the ledger ends at seq %d, before %d".formatted(seq, toSeq));
        }
        Folding.inHalves(
            entries,
            part -> replay(projection, name, part, out.get()),
            (entry, failure) -> {
              LOG.warn("{}: seq {} cannot be replayed", projection.name(), entry.seq(), failure);
              out.set(out.get().and(entry));
            });
        seq = entries.getLast().seq();
      }
      for (String table : projection.tables()) {
        pool.withTransaction(
                connection -> rows(connection, "next_" + name + "." + table, table, sink))
            .await()
            .indefinitely();
      }
    } finally {
      pool.preparedQuery("SELECT projection_drop($1)")
          .execute(Tuple.of(name))
          .await()
          .indefinitely();
    }
  }

  private void replay(Projection projection, String name, List<LedgerEntry> entries, LeftOut out) {
    pool.withTransaction(connection ->
            Folding.inSchema(connection, name)
                .flatMap(ready -> Folding.fold(connection, projection, entries, out)))
        .await()
        .indefinitely();
  }

  /** A replay leaves out what the live read model leaves out. */
  private LeftOut liveLeftOut(Projection projection) {
    return pool.preparedQuery("SELECT generation FROM projection WHERE name = $1 AND live")
        .execute(Tuple.of(projection.name()))
        .flatMap(found ->
            ParkedStreams.of(
                pool,
                projection.name(),
                found.rowCount() == 0 ? 0 : found.iterator().next().getInteger("generation")))
        .await()
        .indefinitely();
  }

  /** The live rows of a projection and the seq they show, from one snapshot. */
  Optional<Long> live(Projection projection, RowSink sink) {
    return pool.withTransaction(connection ->
            connection
                .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .execute()
                .flatMap(set ->
                    connection
                        .preparedQuery("SELECT seq FROM projection WHERE name = $1 AND live")
                        .execute(Tuple.of(projection.name())))
                .flatMap(found -> {
                  if (found.rowCount() == 0) {
                    return Uni.createFrom().item(Optional.<Long>empty());
                  }
                  long seq = found.iterator().next().getLong("seq");
                  return Multi.createFrom()
                      .iterable(projection.tables())
                      .onItem()
                      .transformToUniAndConcatenate(
                          table -> rows(connection, "public." + table, table, sink))
                      .collect()
                      .last()
                      .replaceWith(Optional.of(seq));
                }))
        .await()
        .indefinitely();
  }

  private static Uni<Void> rows(
      SqlConnection connection, String source, String table, RowSink sink) {
    return page(connection, source, table, sink, "", true);
  }

  private static Uni<Void> page(
      SqlConnection connection,
      String source,
      String table,
      RowSink sink,
      String after,
      boolean more) {
    if (!more) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(
            "SELECT id, body FROM "
                + source
                + " WHERE id COLLATE \"C\" > $1 ORDER BY id COLLATE \"C\" LIMIT "
                + PAGE)
        .execute(Tuple.of(after))
        .flatMap(found -> {
          List<String> ids = new ArrayList<>();
          found.forEach(row -> {
            ids.add(row.getString("id"));
            sink.row(table, row.getString("id"), row.getString("body"));
          });
          return page(
              connection,
              source,
              table,
              sink,
              ids.isEmpty() ? after : ids.getLast(),
              ids.size() == PAGE);
        });
  }
}
