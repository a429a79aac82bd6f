package cn.doublerandom.eventstore.postgres;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Appends with one statement and no lock.
 *
 * <p>Invariant: within a stream the transaction ids never fall while the versions rise, because an
 * append whose transaction is older than the stream's last event is refused with SQLSTATE 40001.
 * Without it the ledger, which sequences by transaction id, could release version 2 before 1.
 */
public final class PostgresEventStore implements EventStore {
  static final String STALE_XID = "40001";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int STALE_RETRIES = 8;

  private static final String APPEND =
      """
      WITH head AS (
        SELECT target.expected, coalesce(last.version, 0) AS version, last.tx
        FROM unnest($1::text[], $2::bigint[]) AS target (stream_id, expected)
        LEFT JOIN LATERAL (
          SELECT version, tx FROM event
          WHERE event.stream_id = target.stream_id ORDER BY version DESC LIMIT 1) last ON TRUE
      ), verdict AS (
        SELECT CASE
          WHEN bool_or(version <> expected) THEN 'CONFLICT'
          WHEN bool_or(tx > pg_current_xact_id()) THEN refuse_stale_xid()
          ELSE 'APPENDED' END AS outcome
        FROM head
      ), remembered AS (
        INSERT INTO command_key (key, request_hash)
        SELECT $3::text, $4::text FROM verdict WHERE outcome = 'APPENDED' AND $3::text IS NOT NULL
        ON CONFLICT (key) DO NOTHING
        RETURNING key
      ), appended AS (
        INSERT INTO event (stream_id, version, id, type, payload, metadata, hash)
        SELECT fresh.* FROM verdict, unnest(
          $5::text[], $6::bigint[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[])
          AS fresh (stream_id, version, id, type, payload, metadata, hash)
        WHERE outcome = 'APPENDED' AND ($3::text IS NULL OR EXISTS (SELECT FROM remembered))
        RETURNING version
      )
      SELECT outcome,
        $3::text IS NULL OR EXISTS (SELECT FROM remembered) AS fresh,
        (SELECT count(*) FROM appended) AS appended
      FROM verdict
      """;

  private final SqlClient sql;
  private final Runnable appended;

  /**
   * A store over a pool, each append its own transaction.
   *
   * @param appended called after every append, to wake the ledger
   */
  public PostgresEventStore(SqlClient sql, Runnable appended) {
    this.sql = sql;
    this.appended = appended;
  }

  @Override
  public Uni<List<StoredEvent>> load(Collection<String> streams) {
    return sql.preparedQuery(
            """
            SELECT stream_id, version, id, type, payload, metadata, hash FROM event
            WHERE stream_id = ANY ($1)
            ORDER BY stream_id, version
            """)
        .execute(Tuple.of(streams.toArray(String[]::new)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(PostgresEventStore::event)
                .toList());
  }

  /** A row with the columns of {@link #load}. */
  public static StoredEvent event(Row row) {
    return new StoredEvent(
        row.getString("stream_id"),
        row.getLong("version"),
        row.getUUID("id"),
        row.getString("type"),
        row.getString("payload"),
        row.getString("metadata"),
        row.getString("hash"));
  }

  @Override
  public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
    if (appends.isEmpty() && key.isEmpty()) {
      return Uni.createFrom().item(AppendOutcome.APPENDED);
    }
    return sql.preparedQuery(APPEND)
        .execute(parameters(appends, key))
        .flatMap(rows -> outcome(rows, key))
        .invoke(appended)
        .onFailure(PostgresEventStore::isUniqueViolation)
        .recoverWithItem(AppendOutcome.CONFLICT)
        .onFailure(PostgresEventStore::isStale)
        .retry()
        .atMost(STALE_RETRIES);
  }

  private Uni<AppendOutcome> outcome(RowSet<Row> rows, Optional<CommandKey> key) {
    Row row = rows.iterator().next();
    String outcome = row.getString("outcome");
    if (outcome != null && outcome.equals("CONFLICT")) {
      return Uni.createFrom().item(AppendOutcome.CONFLICT);
    }
    if (row.getBoolean("fresh") || key.isEmpty()) {
      return Uni.createFrom().item(AppendOutcome.APPENDED);
    }
    return remembered(key.get()).map(Optional::orElseThrow);
  }

  @Override
  public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
    return sql.preparedQuery("SELECT request_hash FROM command_key WHERE key = $1")
        .execute(Tuple.of(key.key()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row ->
                    key.requestHash().equals(row.getString("request_hash"))
                        ? AppendOutcome.DUPLICATE
                        : AppendOutcome.KEY_REUSED));
  }

  private static Tuple parameters(List<Append> appends, Optional<CommandKey> key) {
    List<String> streams = new ArrayList<>();
    List<Long> versions = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    List<NewEvent> events = new ArrayList<>();
    for (Append append : appends) {
      long version = append.expectedVersion();
      for (NewEvent event : append.events()) {
        version++;
        streams.add(append.stream());
        versions.add(version);
        hashes.add(event.hash(append.stream(), version));
        events.add(event);
      }
    }
    return Tuple.tuple()
        .addArrayOfString(appends.stream().map(Append::stream).toArray(String[]::new))
        .addArrayOfLong(appends.stream().map(Append::expectedVersion).toArray(Long[]::new))
        .addString(key.map(CommandKey::key).orElse(null))
        .addString(key.map(CommandKey::requestHash).orElse(null))
        .addArrayOfString(streams.toArray(String[]::new))
        .addArrayOfLong(versions.toArray(Long[]::new))
        .addArrayOfUUID(events.stream().map(NewEvent::id).toArray(UUID[]::new))
        .addArrayOfString(events.stream().map(NewEvent::type).toArray(String[]::new))
        .addArrayOfString(events.stream().map(NewEvent::payload).toArray(String[]::new))
        .addArrayOfString(events.stream().map(NewEvent::metadata).toArray(String[]::new))
        .addArrayOfString(hashes.toArray(String[]::new));
  }

  private static boolean isUniqueViolation(Throwable failure) {
    return failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState());
  }

  private static boolean isStale(Throwable failure) {
    return failure instanceof PgException e && STALE_XID.equals(e.getSqlState());
  }
}
