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

  /** What a reader finds at one moment; goes on with a thread of the worker pool. */
  public static <T> Uni<T> of(Pool pool, Function<ViewSnapshot, Uni<T>> reader) {
    return pool.withTransaction(connection ->
            connection
                .query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
                .execute()
                .flatMap(set -> reader.apply(new ViewSnapshot(connection))))
        .emitOn(Infrastructure.getDefaultWorkerPool());
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
