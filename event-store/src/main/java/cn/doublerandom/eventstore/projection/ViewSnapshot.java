package cn.doublerandom.eventstore.projection;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Rows of read models and replicas as they stood together at one moment: one transaction that sees
 * what was committed when it began. Rows come in pages and are read by threads nobody waits for,
 * and more of them than are allowed is a refusal, never a shorter list.
 */
public final class ViewSnapshot {
  private static final int PAGE = 1_000;
  private static final Duration STEP = Duration.ofMillis(50);

  /** Partitions that are not taken as far as records that were taken say. */
  private static final String BETWEEN =
      """
      SELECT count(*) FROM inbox_until LEFT JOIN inbox_position USING (source, partition)
      WHERE source = (SELECT source FROM replica WHERE live AND view = $1)
        AND inbox_until.seq > coalesce(inbox_position.seq, 0)
      """;

  private final SqlConnection connection;

  private ViewSnapshot(SqlConnection connection) {
    this.connection = connection;
  }

  /** There are more rows than the reader can take; nothing was left out, nothing was read. */
  public static final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int most;

    TooMany(String rows, int most) {
      super("more than " + most + " rows: " + rows, null, false, false);
      this.most = most;
    }

    /** So many are read at most. */
    public int most() {
      return most;
    }
  }

  /**
   * Whose rows are read: what is said of it in the transaction, where policies of the tables look.
   *
   * @param setting for example {@code suite.bureau}
   * @param scope as the column of the tables has it
   */
  public record Confined(String setting, String scope) {}

  /** What a reader finds at one moment; goes on with a thread of the worker pool. */
  public static <T> Uni<T> of(Pool pool, Confined to, Function<ViewSnapshot, Uni<T>> reader) {
    return pool.withTransaction(connection ->
            connection
                .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .execute()
                .flatMap(begun ->
                    connection
                        .preparedQuery("SELECT set_config($1, $2, TRUE)")
                        .execute(Tuple.of(to.setting(), to.scope())))
                .flatMap(set -> reader.apply(new ViewSnapshot(connection))))
        .emitOn(Infrastructure.getDefaultWorkerPool());
  }

  /** Of what its sender did in one transaction a replica has taken a part only, so far. */
  public static final class Between extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Between(String view) {
      super(view + " is between two moments of who told it", null, false, false);
    }
  }

  /**
   * The same at a moment at which the replica read by a view is what its sender had at one moment:
   * everything of each transaction it has taken anything of, and everything from before. Such a
   * moment is waited for.
   *
   * @throws Between where none comes within the patience
   */
  public static <T> Uni<T> whole(
      Pool pool,
      Confined to,
      String view,
      Duration patience,
      Function<ViewSnapshot, Uni<T>> reader) {
    return whole(pool, to, view, System.nanoTime() + patience.toNanos(), reader);
  }

  private static <T> Uni<T> whole(
      Pool pool, Confined to, String view, long deadline, Function<ViewSnapshot, Uni<T>> reader) {
    return of(
            pool,
            to,
            at ->
                at.number(BETWEEN, Tuple.of(view))
                    .flatMap(open ->
                        open > 0 ? Uni.createFrom().failure(new Between(view)) : reader.apply(at)))
        .onFailure(failure -> failure instanceof Between && System.nanoTime() - deadline < 0)
        .recoverWithUni(() ->
            Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(STEP)
                .flatMap(waited -> whole(pool, to, view, deadline, reader)));
  }

  /**
   * All documents of a table, ascending by id.
   *
   * @throws TooMany where there are more than {@code most}
   */
  public <T> Uni<List<T>> all(String table, int most, Function<String, T> read) {
    return select("SELECT body FROM " + table + " ORDER BY id", Tuple.tuple(), most, read);
  }

  /**
   * The documents an SQL query selects, in its order.
   *
   * @param sql selects {@code body}
   * @throws TooMany where there are more than {@code most}
   */
  public <T> Uni<List<T>> select(String sql, Tuple parameters, int most, Function<String, T> read) {
    return connection
        .prepare(sql)
        .flatMap(query -> {
          Cursor cursor = query.cursor(parameters);
          return Multi.createBy()
              .repeating()
              .uni(() -> cursor.read(PAGE))
              .whilst(page -> cursor.hasMore())
              .emitOn(Infrastructure.getDefaultWorkerPool())
              .collect()
              .in(
                  ArrayList<T>::new,
                  (found, page) -> {
                    if (found.size() + page.size() > most) {
                      throw new TooMany(sql, most);
                    }
                    add(page, found, read);
                  })
              .<List<T>>map(List::copyOf)
              .eventually(() -> query.close());
        });
  }

  private static <T> void add(RowSet<Row> page, List<T> found, Function<String, T> read) {
    for (Row row : page) {
      found.add(read.apply(row.getString("body")));
    }
  }

  /**
   * What was read as a whole.
   *
   * @throws TooMany where it is more than {@code most}
   */
  public static <T> List<T> atMost(List<T> found, int most, String rows) {
    if (found.size() > most) {
      throw new TooMany(rows, most);
    }
    return found;
  }

  /**
   * So many are there.
   *
   * @throws TooMany where they are more than {@code most}: nothing has to be read to know it
   */
  public static long requireAtMost(long found, int most, String rows) {
    if (found > most) {
      throw new TooMany(rows, most);
    }
    return found;
  }

  /** The one number a query gives; 0 where it gives none. */
  public Uni<Long> number(String sql, Tuple parameters) {
    return connection
        .preparedQuery(sql)
        .execute(parameters)
        .map(rows -> {
          Long number = rows.iterator().next().getLong(0);
          return number == null ? 0 : number;
        });
  }
}
