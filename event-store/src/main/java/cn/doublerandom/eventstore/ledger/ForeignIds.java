package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;

/** Transaction ids of the future: rows that come from another cluster. */
final class ForeignIds {
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private static final String FROM_ANOTHER_CLUSTER =
      """
      SELECT coalesce(max(tx) >= pg_snapshot_xmax(pg_current_snapshot()), FALSE) AS foreign_ids
      FROM event
      """;

  private ForeignIds() {}

  static void refuse(SqlConnection connection) {
    boolean foreign =
        connection
            .preparedQuery(FROM_ANOTHER_CLUSTER)
            .execute()
            .await()
            .atMost(SQL_TIMEOUT)
            .iterator()
            .next()
            .getBoolean("foreign_ids");
    if (foreign) {
      throw new IllegalStateException(
          "the events carry transaction ids of another cluster; a restored copy must be adopted"
              + " first (./suite restore does, or SELECT adopt_restored_events() as the owner)");
    }
  }
}
