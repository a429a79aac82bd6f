package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.postgres.PostgresEventStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies batches of records exactly once.
 *
 * <p>The position is stored in the transaction of the effects, so neither can be without the other.
 * A record whose handler fails for good is parked, and with it every later record of its key: other
 * keys flow, the order within a key is kept. Broken machines (connections, deadlocks, stale xids)
 * are not the record's fault: the batch is tried again until it goes through.
 */
public final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int MAX_REASON_LENGTH = 500;
  private static final String BEHIND = "waits behind an earlier record of its key";
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final Pool pool;
  private final Runnable appended;

  /** What a record does; its appends must go to the given store. */
  public interface Handler {
    Uni<Void> apply(InboxRecord message, EventStore store);
  }

  /** A record whose handler failed for good. */
  private static final class Poison extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient InboxRecord message;
    private final String reason;

    Poison(InboxRecord message, Throwable cause) {
      super(cause);
      this.message = message;
      this.reason = reason(cause);
    }
  }

  /**
   * An inbox over the service's database.
   *
   * @param appended called after every batch, to wake the ledger
   */
  public Inbox(Pool pool, Runnable appended) {
    this.pool = pool;
    this.appended = appended;
  }

  /** Completes when every record is applied, skipped as known, or parked. */
  public Uni<Void> receive(List<InboxRecord> batch, Handler handler) {
    return receive(batch, handler, new HashMap<>());
  }

  private Uni<Void> receive(
      List<InboxRecord> batch, Handler handler, Map<InboxRecord, String> poisoned) {
    return pool.withTransaction(connection -> apply(connection, batch, handler, poisoned))
        .onFailure(Inbox::isTheMachine)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .invoke(appended)
        .onFailure(Poison.class)
        .recoverWithUni(poison -> {
          LOG.warn("parking {}: {}", poison.message.id(), poison.reason);
          poisoned.put(poison.message, poison.reason);
          return receive(batch, handler, poisoned);
        });
  }

  private Uni<Void> apply(
      SqlConnection connection,
      List<InboxRecord> batch,
      Handler handler,
      Map<InboxRecord, String> poisoned) {
    return Uni.combine()
        .all()
        .unis(positions(connection), parkedKeys(connection))
        .usingConcurrencyOf(1)
        .asTuple()
        .flatMap(known -> {
          Map<String, Long> positions = new HashMap<>(known.getItem1());
          Set<String> parked = new HashSet<>(known.getItem2());
          List<InboxRecord> fresh = new ArrayList<>();
          for (InboxRecord message : batch) {
            if (message.seq() > positions.getOrDefault(lane(message), 0L)) {
              positions.put(lane(message), message.seq());
              fresh.add(message);
            }
          }
          return Multi.createFrom()
              .iterable(fresh)
              .onItem()
              .transformToUniAndConcatenate(
                  message -> one(connection, message, handler, poisoned, parked))
              .collect()
              .last()
              .flatMap(done -> advance(connection, fresh, positions));
        });
  }

  private Uni<Void> one(
      SqlConnection connection,
      InboxRecord message,
      Handler handler,
      Map<InboxRecord, String> poisoned,
      Set<String> parked) {
    String key = message.source() + '\u001f' + message.key();
    String reason = poisoned.get(message);
    if (reason != null || parked.contains(key)) {
      parked.add(key);
      return park(connection, message, reason == null ? BEHIND : reason);
    }
    return applied(connection, message, handler);
  }

  private Uni<Void> applied(SqlConnection connection, InboxRecord message, Handler handler) {
    var store = new PostgresEventStore(connection, () -> {});
    return Uni.createFrom()
        .deferred(() -> handler.apply(message, store))
        .onFailure(failure -> !isTheMachine(failure))
        .transform(failure -> new Poison(message, failure));
  }

  private static Uni<Map<String, Long>> positions(SqlConnection connection) {
    return connection
        .query("SELECT source, partition, seq FROM inbox_position")
        .execute()
        .map(rows -> {
          Map<String, Long> positions = new HashMap<>();
          for (Row row : rows) {
            positions.put(
                row.getString("source") + '/' + row.getInteger("partition"), row.getLong("seq"));
          }
          return positions;
        });
  }

  private static String lane(InboxRecord message) {
    return message.source() + '/' + message.partition();
  }

  private static Uni<Set<String>> parkedKeys(SqlConnection connection) {
    return connection
        .query("SELECT DISTINCT source, key FROM parked_record")
        .execute()
        .map(rows -> {
          Set<String> keys = new HashSet<>();
          rows.forEach(r -> keys.add(r.getString("source") + '\u001f' + r.getString("key")));
          return keys;
        });
  }

  /** Fails with a retryable error where another consumer has meanwhile come further. */
  private static Uni<Void> advance(
      SqlConnection connection, List<InboxRecord> fresh, Map<String, Long> positions) {
    Map<String, InboxRecord> lanes = new HashMap<>();
    Map<String, Long> before = new HashMap<>();
    fresh.forEach(message -> {
      lanes.put(lane(message), message);
      before.merge(lane(message), message.seq(), Math::min);
    });
    return Multi.createFrom()
        .iterable(lanes.entrySet())
        .onItem()
        .transformToUniAndConcatenate(lane ->
            connection
                .preparedQuery(
                    """
                    INSERT INTO inbox_position (source, partition, seq) VALUES ($1, $2, $3)
                    ON CONFLICT (source, partition) DO UPDATE SET seq = EXCLUDED.seq
                    WHERE inbox_position.seq < $4
                    """)
                .execute(
                    Tuple.of(
                        lane.getValue().source(),
                        lane.getValue().partition(),
                        positions.get(lane.getKey()),
                        before.get(lane.getKey())))
                .invoke(rows -> {
                  if (rows.rowCount() == 0) {
                    throw new PgException("overtaken", "ERROR", "40001", "");
                  }
                }))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static Uni<Void> park(SqlConnection connection, InboxRecord message, String reason) {
    return connection
        .preparedQuery(
            """
            INSERT INTO parked_record (source, partition, seq, key, headers, value, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """)
        .execute(
            Tuple.tuple()
                .addString(message.source())
                .addInteger(message.partition())
                .addLong(message.seq())
                .addString(message.key())
                .addString(
                    CanonicalJson.text(
                        Map.of(
                            "correlationId", message.correlationId(),
                            "id", message.id(),
                            "type", message.type())))
                .addString(message.value())
                .addString(reason))
        .replaceWithVoid();
  }

  /** Applies what is parked under a key, oldest first, in one transaction; the number applied. */
  public Uni<Integer> retryParked(String source, String key, Handler handler) {
    return pool.withTransaction(connection ->
            connection
                .preparedQuery(
                    """
                    DELETE FROM parked_record WHERE source = $1 AND key = $2
                    RETURNING source, partition, seq, key, headers, value
                    """)
                .execute(Tuple.of(source, key))
                .flatMap(rows ->
                    Multi.createFrom()
                        .iterable(
                            StreamSupport.stream(rows.spliterator(), false)
                                .map(Inbox::parked)
                                .sorted(java.util.Comparator.comparingLong(InboxRecord::seq))
                                .toList())
                        .onItem()
                        .transformToUniAndConcatenate(
                            m -> applied(connection, m, handler).replaceWith(m))
                        .collect()
                        .asList()
                        .map(List::size)))
        .onFailure(Inbox::isTheMachine)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(5)
        .invoke(appended);
  }

  private static InboxRecord parked(Row row) {
    try {
      var headers = JSON.readTree(row.getString("headers"));
      return new InboxRecord(
          row.getString("source"),
          row.getInteger("partition"),
          row.getLong("seq"),
          row.getString("key"),
          headers.get("type").asText(),
          headers.get("id").asText(),
          headers.get("correlationId").asText(),
          row.getString("value"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parked headers are not JSON", e);
    }
  }

  private static String reason(Throwable cause) {
    String reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return reason.substring(0, Math.min(reason.length(), MAX_REASON_LENGTH));
  }

  /** Whether trying again can help: SQL states of connections, rollbacks, resources, shutdowns. */
  static boolean isTheMachine(Throwable failure) {
    if (failure instanceof PgException e) {
      String state = e.getSqlState() == null ? "" : e.getSqlState();
      return List.of("08", "25", "40", "53", "57", "58").stream().anyMatch(state::startsWith);
    }
    return failure instanceof IOException
        || failure instanceof io.vertx.core.VertxException
        || failure instanceof java.util.concurrent.TimeoutException;
  }
}
