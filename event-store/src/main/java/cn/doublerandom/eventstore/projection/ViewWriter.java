package cn.doublerandom.eventstore.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.function.Supplier;

/**
 * The role that fills read models and reads all their rows; who answers has only the rows of one
 * scope. It is taken for a transaction, or a part of one, and never by a session.
 */
public final class ViewWriter {
  private static final String TAKE = "SELECT set_config('role', view_writer(), TRUE)";
  private static final String LEAVE = "SELECT set_config('role', 'none', TRUE)";

  private ViewWriter() {}

  /** For the rest of the transaction. */
  public static Uni<Void> take(SqlConnection connection) {
    return connection.query(TAKE).execute().replaceWithVoid();
  }

  /** The same, with the tables of a schema before those of the same name that are shown. */
  static Uni<Void> take(SqlConnection connection, String schema) {
    return connection
        .preparedQuery(TAKE + ", set_config('search_path', $1, TRUE)")
        .execute(Tuple.of(schema + ", public"))
        .replaceWithVoid();
  }

  /** For one piece of work in a transaction of another's. */
  public static <T> Uni<T> during(SqlConnection connection, Supplier<Uni<T>> work) {
    return take(connection)
        .chain(work::get)
        .onItem()
        .call(() -> leave(connection))
        // A transaction that is broken ends without its role; what broke it is to be told.
        .onFailure()
        .call(() -> leave(connection).onFailure().recoverWithNull());
  }

  private static Uni<Void> leave(SqlConnection connection) {
    return connection.query(LEAVE).execute().replaceWithVoid();
  }
}
