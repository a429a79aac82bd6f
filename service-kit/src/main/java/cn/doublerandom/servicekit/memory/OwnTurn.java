package cn.doublerandom.servicekit.memory;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.identity.Asking;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * What one at a time does in a bureau, over all replicas; another bureau waits for none of it. A
 * lock of the database's session, not of a transaction: what is done in it is stored in
 * transactions of its own, and the lock goes with the session where a replica dies.
 */
@ApplicationScoped
public class OwnTurn {
  private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext($1)) AS alone";
  private static final String UNLOCK = "SELECT pg_advisory_unlock(hashtext($1))";

  private final Pool pool;
  private final Asking asking;

  @Inject
  OwnTurn(Pool pool, Asking asking) {
    this.pool = pool;
    this.asking = asking;
  }

  /**
   * Takes the turn of the bureau that asks.
   *
   * @param what is done in it
   * @return what lets it go again; empty where somebody else of the bureau has it
   */
  public Uni<Optional<Supplier<CompletionStage<Void>>>> take(String what) {
    return asking
        .orSeed()
        .map(bureau -> word(bureau, what))
        .flatMap(word -> pool.getConnection().flatMap(connection -> lock(connection, word)));
  }

  /** Two words that are taken for one only wait for each other. */
  static String word(BureauKey bureau, String what) {
    return bureau.isSeed() ? what : what + " of " + bureau;
  }

  /** Who waited for the lock in the database could get it when nobody waits for him any more. */
  private static Uni<Optional<Supplier<CompletionStage<Void>>>> lock(
      SqlConnection connection, String word) {
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
                        Optional.of(() -> end(connection, word).subscribeAsCompletionStage()))
                : connection.close().replaceWith(Optional.empty()));
  }

  private static Uni<Void> end(SqlConnection connection, String word) {
    return connection
        .preparedQuery(UNLOCK)
        .execute(Tuple.of(word))
        .onItemOrFailure()
        .transformToUni((unlocked, failure) -> connection.close());
  }
}
