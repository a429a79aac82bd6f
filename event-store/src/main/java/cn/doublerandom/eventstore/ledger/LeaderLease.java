package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Leadership of one database as a lease on that database's clock. A process that is paused keeps
 * its sessions and every lock in them, so no lock can say that it leads; a lease it cannot renew
 * ends. One whose session is gone leads no more either, and is followed at once.
 *
 * <p>Invariant: the epoch rises with every taking over, and what the former leader still had open
 * is ended before, so that it neither writes nor holds the numbering back.
 */
final class LeaderLease {
  static final Duration RENEWED_EVERY = Duration.ofSeconds(2);
  static final Duration LOST_AFTER = Duration.ofSeconds(6);

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String FREE =
      """
      role = 'ledger' AND (
        renewed < clock_timestamp() - make_interval(secs => %d) OR NOT EXISTS (
          SELECT FROM pg_stat_activity AS holder
          WHERE holder.pid = backend AND holder.backend_start = started))
      """
          .formatted(LOST_AFTER.toSeconds());

  private static final String IS_FREE = "SELECT FROM leader_lease WHERE " + FREE;

  /** All sessions of a replica with a name of its own, else the one that led. */
  private static final String END_THE_FORMER =
      """
      SELECT pg_terminate_backend(other.pid, 1000)
      FROM leader_lease JOIN pg_stat_activity AS other
        ON other.datname = current_database() AND other.usename = current_user
        AND other.pid <> pg_backend_pid()
        AND ((other.pid = backend AND other.backend_start = started)
          OR (other.application_name = replica
            AND replica NOT IN ('', 'vertx-pg-client', current_setting('application_name'))))
      WHERE %s
      """
          .formatted(FREE);

  private static final String TAKE =
      """
      WITH taken AS (
        UPDATE leader_lease SET renewed = clock_timestamp(), backend = pg_backend_pid(),
          started = (SELECT backend_start FROM pg_stat_activity WHERE pid = pg_backend_pid()),
          replica = current_setting('application_name')
        WHERE %s
        RETURNING role)
      UPDATE leader SET epoch = epoch + 1, since = now()
      FROM taken WHERE leader.role = taken.role
      RETURNING epoch
      """
          .formatted(FREE);

  private static final String RENEW =
      """
      UPDATE leader_lease SET renewed = clock_timestamp()
      WHERE role = 'ledger' AND backend = pg_backend_pid()
      """;

  private static final String RELEASE =
      """
      UPDATE leader_lease SET renewed = '-infinity', backend = 0, replica = ''
      WHERE role = 'ledger' AND backend = pg_backend_pid()
      """;

  private LeaderLease() {}

  /** Whether nobody leads who could still be at work. */
  static boolean isFree(SqlClient any) {
    return run(any, IS_FREE).rowCount() > 0;
  }

  /** The new epoch where the session leads from now on; empty where another was first. */
  static OptionalLong take(SqlClient session) {
    run(session, END_THE_FORMER);
    for (Row row : run(session, TAKE)) {
      return OptionalLong.of(row.getLong("epoch"));
    }
    return OptionalLong.empty();
  }

  /** False where another leads. */
  static boolean renew(SqlClient session) {
    return run(session, RENEW).rowCount() > 0;
  }

  /** Lets another lead at once. */
  static void release(SqlClient session) {
    run(session, RELEASE);
  }

  private static RowSet<Row> run(SqlClient session, String sql) {
    return session.preparedQuery(sql).execute(Tuple.tuple()).await().atMost(LIMIT);
  }
}
