package cn.doublerandom.draw.drawing.application;

import java.util.concurrent.atomic.AtomicInteger;

/** How many listen at once: a bound of this process, whoever they are. */
final class Listeners {
  private final int most;
  private final AtomicInteger now = new AtomicInteger();

  Listeners(int most) {
    this.most = most;
  }

  /** Whether one more may listen, who then leaves once. */
  boolean enter() {
    if (now.incrementAndGet() > most) {
      now.decrementAndGet();
      return false;
    }
    return true;
  }

  void leave() {
    now.decrementAndGet();
  }
}
