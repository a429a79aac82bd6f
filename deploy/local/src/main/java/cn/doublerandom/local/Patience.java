package cn.doublerandom.local;

import java.time.Duration;

/**
 * Looks at other processes until something holds. They tell nobody when it does, so there is
 * nothing to wait for but time.
 */
final class Patience {
  private Patience() {}

  /** What is looked for. */
  @FunctionalInterface
  interface Condition<X extends Exception> {
    boolean holds() throws X, InterruptedException;
  }

  /**
   * Looks now and again.
   *
   * @param every pause between two looks
   * @return whether it held within the time; it is looked at once at least
   */
  static <X extends Exception> boolean until(
      Duration within, Duration every, Condition<X> condition) throws X, InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      Thread.sleep(every);
    }
    return true;
  }
}
