package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import cn.doublerandom.eventstore.projection.ProjectionEngine.RowSink;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over the rows of read models, as they are and as they were. */
final class ModelReader {
  private static final Logger LOG = LoggerFactory.getLogger(ModelReader.class);
  private static final int PAGE = 2_000;
  private static final String ID = "id COLLATE \"C\"";
  private static final String FIRST = " AND '' = $1";

  private final Pool pool;
  private final LedgerReader ledger;
  private final Optional<ScopeColumn> column;

  ModelReader(Pool pool, LedgerReader ledger, Optional<ScopeColumn> column) {
    this.pool = pool;
    this.ledger = ledger;
    this.column = column;
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
        pool.withTransaction(connection ->
                ViewWriter.take(connection)
                    .chain(() -> rows(connection, "next_" + name + "." + table, table, sink)))
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
            Folding.asWriter(connection, name)
                .flatMap(ready ->
                    Folding.fold(new Folding.Into(connection, projection, column), entries, out)))
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
                .chain(() -> ViewWriter.take(connection))
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

  /** The home scope's rows by their ids, and then the others' as {@code ~<scope>~<id>}. */
  private Uni<Void> rows(SqlConnection connection, String source, String table, RowSink sink) {
    if (column.isEmpty()) {
      return page(connection, new Rows(source, table, sink, "'' = $1", "''", ID), "", "");
    }
    String name = column.get().name();
    String home = "'" + column.get().home().replace("'", "''") + "'";
    String others = name + " COLLATE \"C\", " + ID;
    return page(
            connection,
            new Rows(source, table, sink, name + " = " + home + FIRST, "''", ID),
            "",
            "")
        .chain(() ->
            page(
                connection,
                new Rows(source, table, sink, name + " <> " + home, name, others),
                "",
                ""));
  }

  /**
   * Rows to hand over.
   *
   * @param which of the table, a condition
   * @param of whose they are, an expression; empty of the home scope
   * @param order by which they come
   */
  private record Rows(
      String source, String table, RowSink sink, String which, String of, String order) {
    String page() {
      String after = order.equals(ID) ? ID + " > $2" : "(" + order + ") > ($1, $2)";
      return "SELECT %s AS of, id, body FROM %s WHERE %s AND %s ORDER BY %s LIMIT %d"
          .formatted(of, source, which, after, order, PAGE);
    }

    void give(String of, String id, String body) {
      sink.row(table, of.isEmpty() ? id : "~" + of + "~" + id, body);
    }
  }

  private static Uni<Void> page(
      SqlConnection connection, Rows rows, String afterOf, String afterId) {
    return connection
        .preparedQuery(rows.page())
        .execute(Tuple.of(afterOf, afterId))
        .flatMap(found -> {
          String of = afterOf;
          String id = afterId;
          for (Row row : found) {
            of = row.getString("of");
            id = row.getString("id");
            rows.give(of, id, row.getString("body"));
          }
          return found.rowCount() == PAGE
              ? page(connection, rows, of, id)
              : Uni.createFrom().voidItem();
        });
  }
}
