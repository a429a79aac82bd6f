package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.postgres.ChunkTable;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads the ledger in order. */
public final class LedgerReader {
  private final SqlClient sql;
  private final ChunkTable chunks;

  public LedgerReader(SqlClient sql) {
    this.sql = sql;
    this.chunks = new ChunkTable(sql);
  }

  /**
   * At most {@code limit} entries after {@code seq}, ascending. Their long lists are read piece by
   * piece where they are asked for, by who may block; who does not look into them reads none.
   */
  public Uni<List<LedgerEntry>> after(long seq, int limit) {
    return sql.preparedQuery(
            """
            SELECT seq, chain, stream_id, version, id, type, payload, metadata, hash
            FROM ledger JOIN event USING (position)
            WHERE seq > $1 ORDER BY seq LIMIT $2
            """)
        .execute(Tuple.of(seq, limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new LedgerEntry(
                        row.getLong(0),
                        row.getString(1),
                        chunks.lazily(PostgresEventStore.event(row, 2))))
                .toList());
  }

  /**
   * Hands all entries after {@code seq} over in pages, ascending, while the next page is on its
   * way. Blocks; ends at the head it meets.
   *
   * @param page entries read at once
   * @return the seq of the last entry
   */
  public long scan(long seq, int page, Consumer<List<LedgerEntry>> reader) {
    long reached = seq;
    CompletableFuture<List<LedgerEntry>> ahead = after(seq, page).subscribeAsCompletionStage();
    while (true) {
      List<LedgerEntry> entries = ahead.join();
      if (entries.isEmpty()) {
        return reached;
      }
      reached = entries.getLast().seq();
      ahead = after(reached, page).subscribeAsCompletionStage();
      reader.accept(entries);
    }
  }

  /** The highest seq; 0 where nothing happened yet. */
  public Uni<Long> head() {
    return sql.preparedQuery("SELECT coalesce(max(seq), 0) AS seq FROM ledger")
        .execute()
        .map(rows -> rows.iterator().next().getLong("seq"));
  }

  /**
   * The last seq before the first event of a moment or later, by business time: what was known
   * then. Reads every event's metadata.
   */
  public Uni<Long> seqBefore(Instant moment) {
    return sql.preparedQuery(
            """
            SELECT coalesce(
              (SELECT min(seq) - 1 FROM ledger JOIN event USING (position)
               WHERE (metadata::json ->> 'at')::timestamptz >= $1),
              (SELECT max(seq) FROM ledger), 0) AS seq
            """)
        .execute(Tuple.of(moment.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getLong("seq"));
  }

  /** The seq of one event; empty while it has none. */
  public Uni<Optional<Long>> seqOf(String stream, long version) {
    return sql.preparedQuery(
            """
            SELECT seq FROM event JOIN ledger USING (position)
            WHERE stream_id = $1 AND version = $2
            """)
        .execute(Tuple.of(stream, version))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getLong("seq"))
                .findFirst());
  }

  /** The seqs of a stream's events, by version; those that have none yet are left out. */
  public Uni<Map<Long, Long>> seqsOf(String stream) {
    return sql.preparedQuery(
            "SELECT version, seq FROM event JOIN ledger USING (position) WHERE stream_id = $1")
        .execute(Tuple.of(stream))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .collect(
                    Collectors.toMap(row -> row.getLong("version"), row -> row.getLong("seq"))));
  }

  /** Whether there is that event, numbered or not. */
  public Uni<Boolean> isStored(String stream, long version) {
    return sql.preparedQuery("SELECT FROM event WHERE stream_id = $1 AND version = $2")
        .execute(Tuple.of(stream, version))
        .map(rows -> rows.size() > 0);
  }
}
