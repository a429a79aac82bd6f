package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.memory.MemoryEvent;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;

/**
 * Streams that were set aside because a read model could not store one of their events. What is
 * retried or skipped is told by filling the read model anew, so that everything stands in the order
 * of the ledger, as if it had never been set aside.
 */
public final class ParkedStreams {
  private static final int MAX_REASON_LENGTH = 500;

  /** Data that does not fit, a broken rule of a table, a limit of the program. */
  private static final List<String> OF_THE_EVENT = List.of("22", "23", "54");

  private final Pool pool;

  public ParkedStreams(Pool pool) {
    this.pool = pool;
  }

  /** Another replica is filling the same tables, or has replaced them. */
  static final class Elsewhere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Elsewhere(String what) {
      super(what);
    }
  }

  /** Whether a failed fold is the event's fault: nothing would change by trying again. */
  static boolean isTheEvents(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException e) {
        String state = e.getSqlState() == null ? "" : e.getSqlState();
        return OF_THE_EVENT.stream().anyMatch(state::startsWith);
      } else if (cause instanceof Elsewhere
          || cause instanceof VertxException
          || cause instanceof IOException
          || cause instanceof TimeoutException
          || cause instanceof io.smallrye.mutiny.TimeoutException
          || cause instanceof InterruptedException
          || cause instanceof Error) {
        return false;
      }
    }
    return true;
  }

  static Uni<LeftOut> of(SqlClient sql, String projection, int generation) {
    return sql.preparedQuery(
            """
            SELECT stream, seq FROM parked_stream WHERE projection = $1 AND generation = $2
            UNION ALL
            SELECT NULL, seq FROM skipped_event WHERE projection = $1
            """)
        .execute(Tuple.of(projection, generation))
        .map(rows -> {
          Map<String, Long> parked = new HashMap<>();
          Set<Long> skipped = new HashSet<>();
          rows.forEach(row -> {
            if (row.getString("stream") == null) {
              skipped.add(row.getLong("seq"));
            } else {
              parked.put(row.getString("stream"), row.getLong("seq"));
            }
          });
          return new LeftOut(parked, skipped);
        });
  }

  static Uni<Void> park(
      SqlConnection connection,
      String projection,
      int generation,
      LedgerEntry entry,
      Throwable failure) {
    return connection
        .preparedQuery(
            """
            INSERT INTO parked_stream (projection, generation, stream, seq, reason)
            VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """)
        .execute(
            Tuple.of(projection, generation, entry.event().stream(), entry.seq(), reason(failure)))
        .replaceWithVoid();
  }

  private static String reason(Throwable failure) {
    String reason = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    return reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH)).replace('\0', ' ');
  }

  /** Forgets what generations parked that are gone. */
  static Uni<Void> forget(SqlConnection connection, String projection) {
    return connection
        .preparedQuery(
            """
            DELETE FROM parked_stream WHERE projection = $1
              AND generation NOT IN (SELECT generation FROM projection WHERE name = $1)
            """)
        .execute(Tuple.of(projection))
        .replaceWithVoid();
  }

  /** What is parked in read models that are shown, by read model and stream. */
  public Uni<List<ParkedStream>> all(int limit) {
    return pool.preparedQuery(
            """
            SELECT name, stream, parked_stream.seq, reason
            FROM parked_stream JOIN projection
              ON name = parked_stream.projection AND projection.generation = parked_stream.generation AND live
            ORDER BY name, stream LIMIT $1
            """)
        .execute(Tuple.of(limit))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(row ->
                    new ParkedStream(
                        row.getString("name"),
                        row.getString("stream"),
                        row.getLong("seq"),
                        row.getString("reason")))
                .toList());
  }

  /** The one that is parked under a name. */
  public Uni<Optional<ParkedStream>> one(String projection, String stream) {
    return all(Integer.MAX_VALUE)
        .map(parked ->
            parked.stream()
                .filter(p -> p.projection().equals(projection) && p.stream().equals(stream))
                .findFirst());
  }

  /** Gives up the event a parked stream stands at, as an event that says why. */
  public Uni<Void> skip(ParkedStream parked, String reason, CommandContext context) {
    String stream = MemoryEvent.STREAMS + "skipped-" + parked.projection();
    var event =
        new MemoryEvent.EventSkipped(
            parked.projection(), parked.stream(), parked.seq(), reason, context.actor());
    return pool.withTransaction(
            connection -> {
              var store = PostgresEventStore.in(connection);
              return store
                  .load(List.of(stream))
                  .flatMap(before ->
                      store.append(
                          List.of(MemoryEvent.append(stream, before.size(), event, context)),
                          Optional.empty()))
                  .flatMap(outcome -> {
                    if (outcome != AppendOutcome.APPENDED) {
                      throw new PgException("another skip came first", "ERROR", "40001", "");
                    }
                    return connection
                        .preparedQuery(
                            """
                            INSERT INTO skipped_event (projection, seq) VALUES ($1, $2)
                            ON CONFLICT DO NOTHING
                            """)
                        .execute(Tuple.of(parked.projection(), parked.seq()));
                  });
            })
        .onFailure(e -> e instanceof PgException pg && "40001".equals(pg.getSqlState()))
        .retry()
        .withBackOff(Duration.ofMillis(20), Duration.ofMillis(500))
        .atMost(5)
        .replaceWithVoid();
  }
}
