package cn.doublerandom.eventstore.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;

/**
 * Who numbers, tells, seals and fires timers, and how much room the database takes.
 *
 * @param epoch number of the takeover; 0 where nobody led yet
 * @param since when it was
 * @param replica name of the process that leads; empty where nobody led yet
 * @param leaseIsFresh whether it said within the lease that it still does
 * @param databaseBytes everything the database holds on its disk
 */
public record Standing(
    long epoch, Instant since, String replica, boolean leaseIsFresh, long databaseBytes) {
  /** A lease is lost after this; docs/operations.md, Replicas. */
  private static final String READ =
      """
      SELECT epoch, since, replica, renewed > clock_timestamp() - interval '6 seconds' AS fresh,
        pg_database_size(current_database()) AS bytes
      FROM leader JOIN leader_lease USING (role) WHERE role = 'ledger'
      """;

  /** As it is now. */
  public static Uni<Standing> read(SqlClient sql) {
    return sql.query(READ)
        .execute()
        .map(rows -> {
          Row row = rows.iterator().next();
          return new Standing(
              row.getLong("epoch"),
              row.getOffsetDateTime("since").toInstant(),
              row.getString("replica"),
              row.getBoolean("fresh"),
              row.getLong("bytes"));
        });
  }
}
