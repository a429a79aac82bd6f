package cn.doublerandom.eventstore.ledger;

import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;

/**
 * Looks for new numbers on behalf of all who follow the ledger, so that each need not look for
 * itself: another process may be the one that numbers.
 */
public final class LedgerWatch implements Worker.Job {
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final LedgerReader ledger;
  private final Runnable grown;
  private long seen;

  /**
   * A watch over the ledger of a database.
   *
   * @param grown called after the ledger was seen to be longer than before
   */
  public LedgerWatch(Pool pool, Runnable grown) {
    this.ledger = new LedgerReader(pool);
    this.grown = grown;
  }

  @Override
  public boolean turn() {
    long head = ledger.head().await().atMost(SQL_TIMEOUT);
    if (head > seen) {
      seen = head;
      grown.run();
    }
    return false;
  }

  @Override
  public void close() {
    // holds nothing between turns
  }
}
