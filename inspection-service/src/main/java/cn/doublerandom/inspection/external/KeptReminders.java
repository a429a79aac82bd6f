package cn.doublerandom.inspection.external;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What is still to be sent, in a table every replica claims from; what is due is so by the
 * database's clock. What was sent or given up is not kept.
 */
final class KeptReminders {
  /** By which way somebody is told. */
  enum Way {
    /** Mail to one of the team, by his account. */
    OFFICER,
    /** Mail to who is told of all, by the address. */
    COPY,
    /** The messenger of the house. */
    MESSENGER
  }

  /**
   * One message.
   *
   * @param seq place of the fact in the ledger
   */
  record ReminderKey(long seq, Way way, String receiver) {}

  /**
   * One that is to be sent.
   *
   * @param until when it is given up
   */
  record Waiting(ReminderKey key, ReminderNote note, Instant until) {}

  /**
   * One whose turn it is, for this process alone until its lease is over.
   *
   * @param tries with this one
   */
  record Claimed(ReminderKey key, ReminderNote note, int tries) {}

  private final Pool pool;

  KeptReminders(Pool pool) {
    this.pool = pool;
  }

  /** Up to which seq the ledger was read; who never read begins at its end. */
  Uni<Long> reach() {
    return pool.query(
            """
            INSERT INTO reminder.reach (seq)
            SELECT (SELECT coalesce(max(seq), 0) FROM ledger)
            WHERE NOT EXISTS (SELECT FROM reminder.reach)
            ON CONFLICT DO NOTHING
            """)
        .execute()
        .flatMap(begun -> pool.query("SELECT seq FROM reminder.reach").execute())
        .map(rows -> rows.iterator().next().getLong("seq"));
  }

  /** In one transaction what is to be sent and how far was read; fails where another went on. */
  Uni<Void> add(long from, long to, List<Waiting> messages) {
    return pool.withTransaction(connection ->
        connection
            .preparedQuery("UPDATE reminder.reach SET seq = $2 WHERE seq = $1")
            .execute(Tuple.of(from, to))
            .flatMap(moved -> {
              if (moved.rowCount() != 1) {
                throw new IllegalStateException("another replica reminds, too");
              }
              return Multi.createFrom()
                  .iterable(messages)
                  .onItem()
                  .transformToUniAndConcatenate(one -> add(connection, one))
                  .collect()
                  .asList()
                  .replaceWithVoid();
            }));
  }

  private static Uni<Integer> add(SqlClient connection, Waiting one) {
    return connection
        .preparedQuery(
            """
            INSERT INTO reminder.message
              (seq, way, receiver, visit, task, due_on, working_days, next_try, until)
            VALUES ($1, $2, $3, $4, $5, $6, $7, now(), $8)
            ON CONFLICT DO NOTHING
            """)
        .execute(
            key(one.key())
                .addString(one.note().visitId())
                .addString(one.note().task())
                .addLocalDate(one.note().dueOn())
                .addInteger(one.note().workingDays())
                .addOffsetDateTime(one.until().atOffset(ZoneOffset.UTC)))
        .map(RowSet::rowCount);
  }

  private static Tuple key(ReminderKey key) {
    return Tuple.tuple().addLong(key.seq()).addString(key.way().name()).addString(key.receiver());
  }

  /** Takes those whose turn it is; who dies with them leaves them to be sent once more. */
  Uni<List<Claimed>> claim(int limit, Duration lease) {
    return pool.preparedQuery(
            """
            UPDATE reminder.message
            SET tries = tries + 1, next_try = now() + $2::bigint * interval '1 ms'
            WHERE (seq, way, receiver) IN (
              SELECT seq, way, receiver FROM reminder.message
              WHERE next_try <= now() AND until > now()
              ORDER BY next_try LIMIT $1
              FOR UPDATE SKIP LOCKED)
            RETURNING seq, way, receiver, visit, task, due_on, working_days, tries
            """)
        .execute(Tuple.of(limit, lease.toMillis()))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::claimed).toList());
  }

  private Claimed claimed(Row row) {
    return new Claimed(
        keyOf(row),
        new ReminderNote(
            row.getString("visit"),
            row.getString("task"),
            row.getLocalDate("due_on"),
            row.getInteger("working_days")),
        row.getInteger("tries"));
  }

  private static ReminderKey keyOf(Row row) {
    return new ReminderKey(
        row.getLong("seq"), Way.valueOf(row.getString("way")), row.getString("receiver"));
  }

  /** It was sent, or never can be. */
  Uni<Void> done(ReminderKey key) {
    return pool.preparedQuery(
            "DELETE FROM reminder.message WHERE seq = $1 AND way = $2 AND receiver = $3")
        .execute(key(key))
        .replaceWithVoid();
  }

  /** It is tried again after a while. */
  Uni<Void> again(ReminderKey key, Duration pause) {
    return pool.preparedQuery(
            """
            UPDATE reminder.message SET next_try = now() + $4::bigint * interval '1 ms'
            WHERE seq = $1 AND way = $2 AND receiver = $3
            """)
        .execute(key(key).addLong(pause.toMillis()))
        .replaceWithVoid();
  }

  /** Takes out what was tried for as long as it is of use. */
  Uni<List<ReminderKey>> givenUp() {
    return pool.query(
            """
            DELETE FROM reminder.message WHERE until <= now() AND next_try <= now()
            RETURNING seq, way, receiver
            """)
        .execute()
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false).map(KeptReminders::keyOf).toList());
  }
}
