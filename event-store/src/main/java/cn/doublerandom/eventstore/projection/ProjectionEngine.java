package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.ledger.LedgerPages;
import cn.doublerandom.eventstore.ledger.LedgerReader;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * Fills read models: the live ones as things happen, a new generation beside them, or a passing one
 * up to some point of the past, always with the same fold.
 *
 * <p>Invariant: the documents of a generation and its {@code seq} change in one transaction that
 * holds the generation's row locked. Two replicas cannot both apply an entry, none is applied
 * without being noted.
 */
public final class ProjectionEngine {
  private final Pool pool;
  private final LedgerReader ledger;
  private final LedgerPages pages;
  private final ModelReader reader;
  private final Optional<ScopeColumn> column;

  /** Of read models whose rows are all the home scope's. */
  public ProjectionEngine(Pool pool) {
    this(pool, Optional.empty());
  }

  /** Of read models that are kept by scope. */
  public ProjectionEngine(Pool pool, ScopeColumn column) {
    this(pool, Optional.of(column));
  }

  private ProjectionEngine(Pool pool, Optional<ScopeColumn> column) {
    this.pool = pool;
    this.column = column;
    this.ledger = new LedgerReader(pool);
    this.pages = new LedgerPages(ledger);
    this.reader = new ModelReader(pool, ledger, column);
  }

  /**
   * Has every table that says whose its rows are show them to nobody else, if it does not yet.
   * Before anything is read or served.
   *
   * @param setting in which a transaction says whose rows it reads
   */
  public Uni<Void> confine(String setting) {
    return pool.preparedQuery("SELECT own_rows_everywhere($1, $2)")
        .execute(Tuple.of(column.orElseThrow().name(), setting))
        .replaceWithVoid();
  }

  private Folding.Into into(SqlConnection connection, Projection projection) {
    return new Folding.Into(connection, projection, column);
  }

  /** All generations of a projection, oldest first. */
  public Uni<List<Generation>> generations(String projection) {
    return pool.preparedQuery(
            """
            SELECT generation, version, seq, live FROM projection
            WHERE name = $1 ORDER BY generation
            """)
        .execute(Tuple.of(projection))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(ProjectionEngine::generation)
                .toList());
  }

  /**
   * How a projection stands to the ledger.
   *
   * @param generations oldest first
   * @param head the last number there is
   * @param parked how many streams the live generation shows only in part
   */
  record Standing(List<Generation> generations, long head, long parked) {}

  /** One question that holds no lock, for a projection has nothing to do most of the time. */
  Uni<Standing> standing(String projection) {
    return pool.preparedQuery(
            """
            SELECT p.generation, p.version, p.seq, p.live,
              (SELECT coalesce(max(seq), 0) FROM ledger) AS head,
              (SELECT count(*) FROM parked_stream s
                WHERE s.projection = p.name AND s.generation = p.generation AND p.live) AS parked
            FROM projection p WHERE p.name = $1 ORDER BY p.generation
            """)
        .execute(Tuple.of(projection))
        .map(rows -> {
          long head = 0;
          long parked = 0;
          List<Generation> generations = new ArrayList<>();
          for (Row row : rows) {
            generations.add(generation(row));
            head = row.getLong("head");
            parked += row.getLong("parked");
          }
          return new Standing(List.copyOf(generations), head, parked);
        });
  }

  private static Generation generation(Row row) {
    return new Generation(
        row.getInteger("generation"),
        row.getInteger("version"),
        row.getLong("seq"),
        row.getBoolean("live"));
  }

  /** The first generation of a new projection is live from the start. */
  Uni<Void> found(Projection projection) {
    return pool.preparedQuery(
            """
            INSERT INTO projection (name, generation, version, seq, live)
            VALUES ($1, 1, $2, 0, TRUE) ON CONFLICT DO NOTHING
            """)
        .execute(Tuple.of(projection.name(), projection.version()))
        .replaceWithVoid();
  }

  /** Begins a generation beside the live one; one that had begun before is started over. */
  public Uni<Void> begin(Projection projection) {
    return pool.withTransaction(connection ->
        connection
            .preparedQuery("SELECT name FROM projection WHERE name = $1 AND live FOR UPDATE")
            .execute(Tuple.of(projection.name()))
            .flatMap(locked ->
                connection
                    .preparedQuery("DELETE FROM projection WHERE name = $1 AND NOT live")
                    .execute(Tuple.of(projection.name())))
            .flatMap(deleted -> ParkedStreams.forget(connection, projection.name()))
            .flatMap(forgotten -> Folding.prepare(connection, projection.name(), projection))
            .flatMap(prepared ->
                connection
                    .preparedQuery(
                        """
                        INSERT INTO projection (name, generation, version, seq, live)
                        SELECT $1, max(generation) + 1, $2, 0, FALSE FROM projection WHERE name = $1
                        """)
                    .execute(Tuple.of(projection.name(), projection.version())))
            .replaceWithVoid());
  }

  /**
   * Applies at most {@code limit} entries to a generation; the new seq. They are read before the
   * transaction begins: whoever holds a connection asks for no other, for as many read models as
   * the pool has connections would wait for each other.
   */
  Uni<Long> step(Projection projection, Generation generation, int limit) {
    return pages
        .after(generation.seq(), limit)
        .flatMap(entries ->
            entries.isEmpty()
                ? Uni.createFrom().item(generation.seq())
                : stored(
                    projection,
                    generation,
                    connection ->
                        Folding.asWriter(connection, generation.live() ? "" : projection.name())
                            .flatMap(ready -> Folding.leftOut(connection, projection, generation))
                            .flatMap(
                                out -> Folding.fold(into(connection, projection), entries, out))
                            .flatMap(last ->
                                Folding.advance(connection, projection, generation, last))));
  }

  /** Sets the stream of the next entry aside, which could not be applied; the new seq. */
  Uni<Long> park(Projection projection, Generation generation, Throwable failure) {
    return ledger
        .after(generation.seq(), 1)
        .map(List::getFirst)
        .flatMap(entry ->
            stored(
                projection,
                generation,
                connection -> Folding.park(connection, projection, generation, entry, failure)));
  }

  /** What is done where the generation still stands; where another moved it, how far. */
  private Uni<Long> stored(
      Projection projection, Generation generation, Function<SqlConnection, Uni<Long>> work) {
    return pool.withTransaction(connection ->
        Folding.lock(connection, projection, generation.number())
            .flatMap(seq ->
                seq == generation.seq() ? work.apply(connection) : Uni.createFrom().item(seq)));
  }

  /** How many streams the live generation shows only in part. */
  public Uni<Long> parked(String projection) {
    return pool.preparedQuery(
            """
            SELECT count(*) AS parked FROM parked_stream
            JOIN projection ON name = parked_stream.projection AND projection.generation = parked_stream.generation
            WHERE name = $1 AND live
            """)
        .execute(Tuple.of(projection))
        .map(rows -> rows.iterator().next().getLong("parked"));
  }

  /**
   * Fills a generation that is not live up to the ledger's head, reading the next entries while the
   * last ones are stored. Blocks; each batch is a transaction of its own, so it may die anywhere.
   *
   * @return the seq reached
   */
  long build(Projection projection, Generation next) {
    Optional<Written> written = next.seq() == 0 ? Optional.of(new Written()) : Optional.empty();
    var at = new AtomicLong(next.seq());
    ledger.scan(
        next.seq(),
        ProjectionJob.BUILD_BATCH,
        page ->
            Folding.inHalves(
                page,
                entries -> at.set(build(projection, next, entries, written, at.get())),
                (entry, failure) ->
                    at.set(
                        pool.withTransaction(connection ->
                                Folding.park(connection, projection, next, entry, failure))
                            .await()
                            .indefinitely())));
    return at.get();
  }

  private long build(
      Projection projection,
      Generation next,
      List<LedgerEntry> entries,
      Optional<Written> written,
      long before) {
    return pool.withTransaction(connection ->
            Folding.lock(connection, projection, next.number())
                .invoke(seq -> {
                  if (seq != before) {
                    throw new ParkedStreams.Elsewhere("another replica builds it too");
                  }
                })
                .flatMap(seq -> Folding.asWriter(connection, projection.name()))
                .flatMap(ready -> Folding.leftOut(connection, projection, next))
                // Away from the event loop, which is busy with the next page meanwhile.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(out -> Folding.fold(into(connection, projection), entries, written, out))
                .flatMap(last -> Folding.advance(connection, projection, next, last)))
        .await()
        .indefinitely();
  }

  /**
   * Puts a filled generation in the place of the live one, see {@link SwitchOver}.
   *
   * @return whether the new tables differ from the old ones at the same seq
   */
  Uni<Boolean> switchOver(Projection projection, Generation next, Generation live) {
    return new SwitchOver(pool, ledger, column, projection, next, live).run();
  }

  /** What takes the rows of a read model one after the other. */
  public interface RowSink {
    void row(String table, String id, String body);
  }

  /**
   * Folds the ledger up to a point of the past into passing tables and hands their rows over, table
   * by table, ascending by the bytes of the id. Nothing else is touched and nobody is told.
   *
   * @param toSeq the last entry applied
   */
  public void replay(Projection projection, long toSeq, RowSink sink) {
    reader.replay(projection, toSeq, sink);
  }

  /** The live rows of a projection and the seq they show, from one snapshot. */
  public Optional<Long> live(Projection projection, RowSink sink) {
    return reader.live(projection, sink);
  }
}
