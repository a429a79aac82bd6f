package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.LedgerReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a filled generation in the place of the live one: takes the checksums of both, catches up,
 * exchanges the tables, so that a reader sees the old answer or the new.
 *
 * <p>Invariant: what takes long holds no transaction id. A transaction that has one holds the
 * numbering of the whole ledger back; so both tables are read in a snapshot that writes nothing,
 * and only the exchange, which is short, locks and writes.
 */
final class SwitchOver {
  private static final Logger LOG = LoggerFactory.getLogger(SwitchOver.class);

  private final Pool pool;
  private final LedgerReader ledger;
  private final Optional<ScopeColumn> column;
  private final Projection projection;
  private final Generation next;
  private final Generation live;

  SwitchOver(
      Pool pool,
      LedgerReader ledger,
      Optional<ScopeColumn> column,
      Projection projection,
      Generation next,
      Generation live) {
    this.pool = pool;
    this.ledger = ledger;
    this.column = column;
    this.projection = projection;
    this.next = next;
    this.live = live;
  }

  /** What both say, from one snapshot. */
  private record Compared(
      long nextSeq, long liveSeq, Map<String, String> fresh, Map<String, String> old) {
    boolean differs() {
      return nextSeq == liveSeq && !fresh.equals(old);
    }
  }

  /** Whether the new tables differ from the old ones at the same seq. */
  Uni<Boolean> run() {
    return compare()
        .flatMap(compared -> {
          if (compared.differs()) {
            LOG.warn(
                "{}: at seq {} the events say {}, the replaced tables said {}",
                projection.name(),
                compared.nextSeq(),
                compared.fresh(),
                compared.old());
          }
          return exchange(compared).replaceWith(compared.differs());
        });
  }

  private Uni<Compared> compare() {
    return pool.withTransaction(connection ->
        connection
            .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            .execute()
            .chain(() -> ViewWriter.take(connection))
            .flatMap(set -> Folding.seq(connection, projection, next.number()))
            .flatMap(nextSeq ->
                Folding.seq(connection, projection, live.number())
                    .flatMap(liveSeq ->
                        checksums(connection, "next_" + projection.name())
                            .flatMap(fresh ->
                                checksums(connection, "public")
                                    .map(old -> new Compared(nextSeq, liveSeq, fresh, old))))));
  }

  /** Count and checksum of each table, by name. */
  private Uni<Map<String, String>> checksums(SqlConnection connection, String schema) {
    return Multi.createFrom()
        .iterable(projection.tables())
        .onItem()
        .transformToUniAndConcatenate(table ->
            connection
                .preparedQuery("SELECT view_checksum(($1::text)::regclass) AS checksum")
                .execute(Tuple.of(schema + "." + table))
                .map(rows -> Map.entry(table, rows.iterator().next().getString("checksum"))))
        .collect()
        .asList()
        .map(entries -> {
          Map<String, String> all = new TreeMap<>();
          entries.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
          return all;
        });
  }

  private Uni<Void> exchange(Compared compared) {
    return pool.withTransaction(connection ->
        Folding.lock(connection, projection, live.number())
            .flatMap(liveSeq ->
                Folding.lock(connection, projection, next.number())
                    .flatMap(seq -> caughtUp(connection, seq, liveSeq)))
            .flatMap(reached -> exchange(connection, reached, compared)));
  }

  private Uni<Long> caughtUp(SqlConnection connection, long seq, long until) {
    return Folding.asWriter(connection, projection.name())
        .flatMap(ready -> Folding.leftOut(connection, projection, next))
        .flatMap(out -> catchUp(connection, seq, until, out));
  }

  private Uni<Long> catchUp(SqlConnection connection, long seq, long until, LeftOut out) {
    if (seq >= until) {
      return Uni.createFrom().item(seq);
    }
    return ledger
        .after(seq, (int) Math.min(ProjectionJob.BUILD_BATCH, until - seq))
        .flatMap(
            entries -> Folding.fold(new Folding.Into(connection, projection, column), entries, out))
        .flatMap(reached -> catchUp(connection, reached, until, out));
  }

  private Uni<Void> exchange(SqlConnection connection, long seq, Compared compared) {
    Optional<String> checksum =
        seq == compared.nextSeq() ? Optional.of(compared.fresh().toString()) : Optional.empty();
    return connection
        .preparedQuery("SELECT projection_switch($1, $2)")
        .execute(Tuple.of(projection.name(), projection.tables().toArray(String[]::new)))
        .flatMap(moved ->
            connection
                .preparedQuery("DELETE FROM projection WHERE name = $1 AND live")
                .execute(Tuple.of(projection.name())))
        .flatMap(deleted -> ParkedStreams.forget(connection, projection.name()))
        .flatMap(forgotten ->
            connection
                .preparedQuery(
                    """
                    UPDATE projection SET live = TRUE, seq = $3, checksum = $4
                    WHERE name = $1 AND generation = $2
                    """)
                .execute(Tuple.of(projection.name(), next.number(), seq, checksum.orElse(null))))
        .replaceWithVoid();
  }
}
