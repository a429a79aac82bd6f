package cn.doublerandom.eventstore.ledger;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** An in-process nudge between threads; a lost nudge costs one polling interval, never an event. */
public final class WakeUp {
  private final Semaphore nudges = new Semaphore(0);

  public void nudge() {
    if (nudges.availablePermits() == 0) {
      nudges.release();
    }
  }

  /** Blocks until nudged or until the time is over. */
  public void await(Duration atMost) throws InterruptedException {
    if (nudges.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      nudges.drainPermits();
    }
  }
}
