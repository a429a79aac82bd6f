package cn.doublerandom.eventstore.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Strays as operations staff see them. */
final class StrayPage {
  private StrayPage() {}

  /** Strays with a number above {@code after}, ascending. */
  static Uni<List<StrayRecord>> page(SqlClient sql, long after, int limit) {
    return sql.preparedQuery(
            """
            SELECT id, source, partition, seq, key, kind, record, reason, since FROM stray_record
            WHERE id > $1 ORDER BY id LIMIT $2
            """)
        .execute(Tuple.of(after, limit))
        .map(rows -> {
          List<StrayRecord> page = new ArrayList<>();
          for (Row row : rows) {
            InboxRecord message = LaneStore.record("", 0, row.getString("record"));
            page.add(
                new StrayRecord(
                    row.getLong("id"),
                    row.getString("source"),
                    row.getInteger("partition"),
                    row.getLong("seq"),
                    row.getString("key"),
                    row.getString("kind"),
                    message.id(),
                    message.type(),
                    row.getString("reason"),
                    row.getOffsetDateTime("since").toInstant()));
          }
          return page;
        });
  }
}
