package cn.doublerandom.registry.view;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A lock of the database's session, not of a transaction: what is imported is stored in
 * transactions of its own, and the lock goes with the session where a replica dies.
 *
 * @param word which lock it is
 */
record SessionLock(Pool pool, String word) {
  private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext($1)) AS alone";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext($1))";

  /** What lets it go again; empty where somebody else has it. */
  Uni<Optional<Supplier<CompletionStage<Void>>>> take() {
    return pool.getConnection().flatMap(this::lock);
  }

  /** Who waited for the lock in the database could get it when nobody waits for him any more. */
  private Uni<Optional<Supplier<CompletionStage<Void>>>> lock(SqlConnection connection) {
    return connection
        .preparedQuery(LOCK)
        .execute(Tuple.of(word))
        .map(rows -> rows.iterator().next().getBoolean("alone"))
        .onFailure()
        .call(connection::close)
        .flatMap(alone ->
            alone
                ? Uni.createFrom()
                    .<Optional<Supplier<CompletionStage<Void>>>>item(
                        Optional.of(() -> end(connection).subscribeAsCompletionStage()))
                : connection.close().replaceWith(Optional.empty()));
  }

  private Uni<Void> end(SqlConnection connection) {
    return connection
        .preparedQuery(UNLOCK)
        .execute(Tuple.of(word))
        .onItemOrFailure()
        .transformToUni((unlocked, failure) -> connection.close());
  }
}
