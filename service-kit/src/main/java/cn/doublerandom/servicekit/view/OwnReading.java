package cn.doublerandom.servicekit.view;

import cn.doublerandom.servicekit.identity.AskedHere;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reading of one or two SQL queries of who asks, for pages that a flood hits: as {@link OwnRows}
 * does it, without a session, which costs more than what is read. What begins the transaction and
 * says whose rows it sees is sent together with the first query, in this order on one connection:
 * where it fails, nothing is found.
 */
public final class OwnReading {
  /** What every query over read models says. */
  private static final String NAMED = "bureau = $1";

  private static final String BEGIN = "BEGIN READ ONLY";
  private static final String END = "ROLLBACK";

  private static final String CONFINE =
      "SELECT set_config('"
          + OwnRows.SETTING
          + "', $1, TRUE), set_config('plan_cache_mode', 'force_custom_plan', TRUE)";

  private OwnReading() {}

  /**
   * A query.
   *
   * @param sql its first parameter is the bureau
   * @param values the further parameters
   */
  public record Query(String sql, List<Object> values) {
    public Query {
      OwnRows.require(sql, NAMED);
    }

    private Uni<List<Row>> in(SqlConnection connection, String own) {
      List<Object> all = new ArrayList<>(values.size() + 1);
      all.add(own);
      all.addAll(values);
      return connection
          .preparedQuery(sql)
          .execute(Tuple.from(all))
          .map(rows -> {
            List<Row> found = new ArrayList<>(rows.size());
            rows.forEach(found::add);
            return found;
          });
    }
  }

  /** The rows of one query. */
  public static Uni<List<Row>> of(Query only) {
    return within((connection, own) -> first(only, connection, own));
  }

  /**
   * The rows of a query that depends on another; none where there is no second one.
   *
   * @param then is given what the first found
   */
  public static Uni<List<Row>> of(Query first, Function<List<Row>, Optional<Query>> then) {
    return within((connection, own) ->
        first(first, connection, own)
            .flatMap(found ->
                then.apply(found)
                    .map(second -> second.in(connection, own))
                    .orElseGet(() -> Uni.createFrom().item(List.of()))));
  }

  private static Uni<List<Row>> first(Query query, SqlConnection connection, String own) {
    return Uni.combine()
        .all()
        .unis(
            connection.query(BEGIN).execute(),
            connection.preparedQuery(CONFINE).execute(Tuple.of(own)),
            query.in(connection, own))
        .with((begun, confined, found) -> found);
  }

  private interface Work {
    Uni<List<Row>> on(SqlConnection connection, String own);
  }

  /** Nothing of it is written, so that every end is the same: what was begun is rolled back. */
  private static Uni<List<Row>> within(Work work) {
    return AskedHere.onLoop(
        OwnRows.bureau()
            .flatMap(own ->
                OwnRows.instance(Pool.class)
                    .withConnection(connection ->
                        work.on(connection, own)
                            .eventually(() -> connection.query(END).execute()))));
  }
}
