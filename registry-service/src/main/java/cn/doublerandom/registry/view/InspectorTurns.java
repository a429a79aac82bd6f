package cn.doublerandom.registry.view;

import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.inspector.InspectorTurn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The turn is a lock of the database's session, not of a transaction: what is imported is stored in
 * transactions of its own, and the lock goes with the session where a replica dies.
 */
@ApplicationScoped
class InspectorTurns implements InspectorTurn {
  private static final String LOCK =
      "SELECT pg_try_advisory_lock(hashtext('register inspectors')) AS alone";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext('register inspectors'))";

  private final Pool pool;

  @Inject
  InspectorTurns(Pool pool) {
    this.pool = pool;
  }

  @Override
  public CompletionStage<Optional<Taken>> take() {
    return pool.getConnection().flatMap(InspectorTurns::lock).subscribeAsCompletionStage();
  }

  /** Who waited for the lock in the database could get it when nobody waits for him any more. */
  private static Uni<Optional<Taken>> lock(SqlConnection connection) {
    return connection
        .query(LOCK)
        .execute()
        .map(rows -> rows.iterator().next().getBoolean("alone"))
        .onFailure()
        .call(connection::close)
        .flatMap(alone ->
            alone
                ? Uni.createFrom()
                    .<Optional<Taken>>item(
                        Optional.of(() -> end(connection).subscribeAsCompletionStage()))
                : connection.close().replaceWith(Optional.empty()));
  }

  private static Uni<Void> end(SqlConnection connection) {
    return connection
        .query(UNLOCK)
        .execute()
        .onItemOrFailure()
        .transformToUni((unlocked, failure) -> connection.close());
  }

  @Override
  public CompletionStage<List<String>> everybody() {
    return pool.preparedQuery(
            """
            SELECT stream_id FROM event
            WHERE version = 1 AND starts_with(stream_id, $1) ORDER BY stream_id
            """)
        .execute(Tuple.of(RegistryStreams.INSPECTOR.prefix()))
        .map(rows -> {
          List<String> ids = new ArrayList<>();
          rows.forEach(row -> ids.add(RegistryStreams.INSPECTOR.id(row.getString("stream_id"))));
          return ids;
        })
        .subscribeAsCompletionStage();
  }
}
