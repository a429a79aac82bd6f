package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Giving a record up, as a fact with a reason. */
final class Skipping {
  private Skipping() {}

  /** Takes out the oldest parked record of a key, or where there is none the oldest stray. */
  static Uni<Optional<InboxRecord>> takeOldest(
      SqlConnection connection, String source, String key) {
    return ParkedRecords.takeOldest(connection, source, key)
        .flatMap(parked ->
            parked.isPresent()
                ? Uni.createFrom().item(parked)
                : oldestStray(connection, source, key));
  }

  /** What its sender vouches for is no stray to be given up: it comes when its predecessor does. */
  private static Uni<Optional<InboxRecord>> oldestStray(
      SqlConnection connection, String source, String key) {
    return connection
        .preparedQuery(
            """
            DELETE FROM stray_record WHERE id = (
              SELECT id FROM stray_record
              WHERE source = $1 AND key = $2 AND (kind = 'STRAY' OR (kind = 'WAITING'
                AND since < now() - interval '1 minute'))
              ORDER BY id LIMIT 1 FOR UPDATE)
            RETURNING source, partition, record
            """)
        .execute(Tuple.of(source, key))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row ->
                    LaneStore.record(
                        row.getString("source"),
                        row.getInteger("partition"),
                        row.getString("record"))));
  }

  static Uni<Boolean> note(
      SqlConnection connection, InboxRecord skipped, String reason, CommandContext context) {
    var store = PostgresEventStore.in(connection);
    String stream = MemoryEvent.STREAMS + "skipped-" + skipped.source();
    var event =
        new MemoryEvent.RecordSkipped(
            skipped.source(),
            skipped.partition(),
            skipped.seq(),
            skipped.key(),
            skipped.id(),
            reason,
            context.actor());
    return store
        .load(List.of(stream))
        .flatMap(before ->
            store.append(
                List.of(MemoryEvent.append(stream, before.size(), event, context)),
                Optional.empty()))
        .map(outcome -> {
          if (outcome != AppendOutcome.APPENDED) {
            throw new PgException("another skip came first", "ERROR", "40001", "");
          }
          return true;
        });
  }
}
