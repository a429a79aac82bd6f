package cn.doublerandom.gateway;

import io.vertx.core.Vertx;
import java.time.Duration;

/** One limit at a time: it runs out unless something happens, or whatever happens. */
final class Watch {
  private static final long NONE = -1;

  private final Vertx vertx;
  private long timer = NONE;
  private long since;

  Watch(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Replaces the limit before; {@link #progress} begins it anew. */
  void expect(Duration limit, Runnable onExpiry) {
    stop();
    since = System.nanoTime();
    arm(limit, limit, onExpiry);
  }

  void progress() {
    since = System.nanoTime();
  }

  void stop() {
    if (timer != NONE) {
      vertx.cancelTimer(timer);
      timer = NONE;
    }
  }

  private void arm(Duration limit, Duration left, Runnable onExpiry) {
    timer =
        vertx.setTimer(
            Math.max(1, left.toMillis()),
            id -> {
              Duration still = limit.minusNanos(System.nanoTime() - since);
              if (still.isPositive()) {
                arm(limit, still, onExpiry);
              } else {
                timer = NONE;
                onExpiry.run();
              }
            });
  }
}
