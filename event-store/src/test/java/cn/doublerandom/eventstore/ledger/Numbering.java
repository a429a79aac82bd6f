package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives every event its number. A leader that finds nothing to number may have been held back: the
 * watermark waits for each transaction of the cluster, those of other databases too.
 */
public final class Numbering {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final String LEFT =
      """
      SELECT EXISTS (SELECT FROM event AS e
        WHERE NOT EXISTS (SELECT FROM ledger AS l WHERE l.position = e.position)) AS is_left
      """;

  private Numbering() {}

  /** Turns until nothing is left. */
  public static void all(Pool pool, LedgerLeader leader) {
    long began = System.nanoTime();
    while (leader.turn() || isLeft(pool)) {
      if (System.nanoTime() - began > PATIENCE.toNanos()) {
        throw new AssertionError("events without a number after " + PATIENCE);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean isLeft(Pool pool) {
    return pool.query(LEFT)
        .execute()
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getBoolean("is_left");
  }
}
