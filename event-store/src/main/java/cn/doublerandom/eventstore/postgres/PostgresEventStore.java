package cn.doublerandom.eventstore.postgres;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Mark;
import cn.doublerandom.eventstore.StoreOverloaded;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.postgres.AppendStatement.Request;
import cn.doublerandom.eventstore.postgres.AppendStatement.Verdict;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

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

  /** Events a chunk of a bulk import has at most; each chunk is one statement. */
  public static final int BULK_CHUNK = 1_000;

  private final SqlClient sql;
  private final ChunkTable chunks;
  private final Runnable appended;
  private final BooleanSupplier full;
  private final @Nullable Coalescer coalescer;

  private PostgresEventStore(
      SqlClient sql, Runnable appended, BooleanSupplier full, boolean coalesced) {
    this.sql = sql;
    this.chunks = new ChunkTable(sql);
    this.appended = appended;
    this.full = full;
    this.coalescer = coalesced ? new Coalescer(this::store) : null;
  }

  /**
   * A store over a pool. Commands that are in flight together share a statement and a transaction;
   * each has its own outcome.
   *
   * @param appended called after every append, to wake the ledger
   */
  public PostgresEventStore(Pool pool, Runnable appended) {
    this(pool, appended, () -> false);
  }

  /**
   * A store over a pool that stops taking commands while nobody can be told of them.
   *
   * @param full true while so much is unpublished that no more is taken
   */
  public PostgresEventStore(Pool pool, Runnable appended, BooleanSupplier full) {
    this(pool, appended, full, true);
  }

  /** A store inside the caller's transaction, each append a statement of its own. */
  public static PostgresEventStore in(SqlConnection transaction) {
    return new PostgresEventStore(transaction, () -> {}, () -> false, false);
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
        .flatMap(chunks::events);
  }

  @Override
  public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
    List<Map.Entry<String, Mark>> streams = List.copyOf(known.entrySet());
    return sql.preparedQuery(
            """
            SELECT e.stream_id, e.version, e.id, e.type,
              CASE WHEN e.version = known.version AND e.id = known.id THEN '' ELSE e.payload END,
              e.metadata, e.hash
            FROM unnest($1::text[], $2::bigint[], $3::uuid[]) AS known (stream_id, version, id)
            JOIN event e USING (stream_id)
            WHERE e.version >= known.version OR NOT EXISTS (
              SELECT FROM event mark WHERE mark.stream_id = known.stream_id
                AND mark.version = known.version AND mark.id = known.id)
            ORDER BY e.stream_id, e.version
            """)
        .execute(
            Tuple.of(
                streams.stream().map(Map.Entry::getKey).toArray(String[]::new),
                streams.stream().map(s -> s.getValue().version()).toArray(Long[]::new),
                streams.stream().map(s -> s.getValue().id()).toArray(UUID[]::new)))
        .flatMap(chunks::events);
  }

  /**
   * The columns of {@link #load} in a row, by place: by name they would be searched for every row.
   *
   * @param first where {@code stream_id} stands
   */
  public static StoredEvent event(Row row, int first) {
    return new StoredEvent(
        row.getString(first),
        row.getLong(first + 1),
        row.getUUID(first + 2),
        row.getString(first + 3),
        row.getString(first + 4),
        row.getString(first + 5),
        row.getString(first + 6));
  }

  @Override
  public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
    if (appends.isEmpty() && key.isEmpty()) {
      return Uni.createFrom().item(AppendOutcome.APPENDED);
    }
    if (full.getAsBoolean()) {
      return Uni.createFrom()
          .failure(new StoreOverloaded("too much is stored that nobody could be told yet"));
    }
    Request request = Request.of(appends, key);
    Uni<AppendOutcome> outcome =
        coalescer == null ? store(List.of(request)).map(List::getFirst) : coalescer.submit(request);
    return outcome
        .invoke(appended)
        .onFailure(PostgresEventStore::isUniqueViolation)
        .recoverWithUni(() -> conflict(key))
        .onFailure(PostgresEventStore::isStale)
        .retry()
        .atMost(STALE_RETRIES);
  }

  /**
   * Many appends for different streams, each accepted or refused by itself, in chunks of one
   * statement: the way to import a directory of millions.
   *
   * @param appends each stream once; at most {@link #BULK_CHUNK} events a stream
   * @return the outcomes in the order of the appends
   */
  public Uni<List<AppendOutcome>> appendEach(List<Append> appends) {
    return Multi.createFrom()
        .iterable(chunks(appends))
        .onItem()
        .transformToUniAndConcatenate(this::chunk)
        .collect()
        .asList()
        .map(all -> all.stream().flatMap(List::stream).toList())
        .invoke(appended);
  }

  /** A chunk in one statement; where one row spoils it, every append by itself. */
  private Uni<List<AppendOutcome>> chunk(List<Request> requests) {
    return store(requests)
        .onFailure(PostgresEventStore::isOfTheCommand)
        .recoverWithUni(() ->
            Multi.createFrom()
                .iterable(requests)
                .onItem()
                .transformToUniAndConcatenate(one -> append(one.appends(), one.key()))
                .collect()
                .asList());
  }

  private static List<List<Request>> chunks(List<Append> appends) {
    if (appends.stream().map(Append::stream).distinct().count() != appends.size()) {
      throw new IllegalArgumentException("each stream may appear once in a bulk append");
    }
    List<List<Request>> chunks = new ArrayList<>();
    List<Request> chunk = new ArrayList<>();
    int events = 0;
    for (Append append : appends) {
      if (events + append.events().size() > BULK_CHUNK && !chunk.isEmpty()) {
        chunks.add(chunk);
        chunk = new ArrayList<>();
        events = 0;
      }
      chunk.add(Request.of(List.of(append), Optional.empty()));
      events += append.events().size();
    }
    if (!chunk.isEmpty()) {
      chunks.add(chunk);
    }
    return chunks;
  }

  private Uni<List<AppendOutcome>> store(List<Request> requests) {
    if (requests.stream().noneMatch(Request::hasPieces)) {
      return events(requests);
    }
    return sql instanceof Pool pool
        ? pool.withTransaction(transaction -> in(transaction).eventsWithPieces(requests))
        : eventsWithPieces(requests);
  }

  /**
   * In one transaction. The append is the first statement of it that writes, so its transaction is
   * not older than it must be, and where it refuses a command no piece is stored.
   */
  private Uni<List<AppendOutcome>> eventsWithPieces(List<Request> requests) {
    return events(requests).call(outcomes -> chunks.store(ChunkTable.pieces(requests, outcomes)));
  }

  private Uni<List<AppendOutcome>> events(List<Request> requests) {
    if (requests.size() == 1 && requests.getFirst().isPlainest()) {
      return sql.preparedQuery(AppendStatement.ONE_EVENT)
          .execute(AppendStatement.oneEvent(requests.getFirst()))
          .map(rows ->
              List.of(rows.rowCount() == 1 ? AppendOutcome.APPENDED : AppendOutcome.CONFLICT));
    }
    if (requests.stream().allMatch(Request::isPlain)) {
      return sql.preparedQuery(AppendStatement.PLAIN)
          .execute(AppendStatement.plain(requests))
          .map(rows -> AppendStatement.verdicts(rows, requests))
          .flatMap(verdicts -> outcomes(requests, verdicts));
    }
    return sql.preparedQuery(AppendStatement.MANY)
        .execute(AppendStatement.many(requests))
        .map(rows -> AppendStatement.verdicts(rows, requests.size()))
        .flatMap(verdicts -> outcomes(requests, verdicts));
  }

  private Uni<List<AppendOutcome>> outcomes(List<Request> requests, List<Verdict> verdicts) {
    if (verdicts.stream().allMatch(Verdict.APPENDED::equals)) {
      return Uni.createFrom().item(Collections.nCopies(verdicts.size(), AppendOutcome.APPENDED));
    }
    return Multi.createFrom()
        .range(0, requests.size())
        .onItem()
        .transformToUniAndConcatenate(i -> outcome(requests.get(i).key(), verdicts.get(i)))
        .collect()
        .asList();
  }

  private Uni<AppendOutcome> outcome(Optional<CommandKey> key, Verdict verdict) {
    return switch (verdict) {
      case APPENDED -> Uni.createFrom().item(AppendOutcome.APPENDED);
      case CONFLICT -> conflict(key);
      case KEY_KNOWN -> remembered(key.orElseThrow()).map(Optional::orElseThrow);
    };
  }

  /** The stream has moved on, perhaps through the very same request: then that is the answer. */
  private Uni<AppendOutcome> conflict(Optional<CommandKey> key) {
    return key.map(k -> remembered(k).map(known -> known.orElse(AppendOutcome.CONFLICT)))
        .orElse(Uni.createFrom().item(AppendOutcome.CONFLICT));
  }

  @Override
  public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
    return sql.preparedQuery("SELECT request_hash FROM command_key WHERE key = $1")
        .execute(Tuple.of(key.key()))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .findFirst()
                .map(row -> key.after(row.getString("request_hash"))));
  }

  /** Whether a command of the statement is at fault, or the meeting of two, not the machine. */
  static boolean isOfTheCommand(Throwable failure) {
    if (!(failure instanceof PgException e) || e.getSqlState() == null) {
      return false;
    }
    // Data exceptions, broken constraints, deadlocks and stale transaction ids.
    return List.of("22", "23", "40").stream().anyMatch(e.getSqlState()::startsWith);
  }

  private static boolean isUniqueViolation(Throwable failure) {
    return failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState());
  }

  private static boolean isStale(Throwable failure) {
    return failure instanceof PgException e
        && (STALE_XID.equals(e.getSqlState()) || "40P01".equals(e.getSqlState()));
  }
}
