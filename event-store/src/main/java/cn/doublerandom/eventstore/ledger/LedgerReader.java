package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the ledger in order. */
public final class LedgerReader {
  private final SqlClient sql;

  public LedgerReader(SqlClient sql) {
    this.sql = sql;
  }

  /** At most {@code limit} entries after {@code seq}, ascending. */
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
                        row.getLong("seq"), row.getString("chain"), PostgresEventStore.event(row)))
                .toList());
  }
}
