package cn.doublerandom.servicekit.border;

import java.time.Duration;

/**
 * Whether a body comes fast enough, on the average of the last moments; before half of them have
 * gone by nobody is judged. Whoever asks says when a moment is over, {@link #MOMENTS} to a window.
 *
 * <p>Gateway and service kit may not know each other, so this stands in both.
 */
final class Pace {
  private static final int MOMENTS = 20;

  private final long bytesInMoment;
  private final Duration moment;
  private final long[] came = new long[MOMENTS];
  private int over;

  /**
   * @param window the last moments together
   * @param bytesPerSecond the least, on the average
   */
  Pace(Duration window, long bytesPerSecond) {
    this.moment = window.dividedBy(MOMENTS);
    this.bytesInMoment = bytesPerSecond * moment.toMillis() / 1_000;
  }

  /** How long a moment is, at least. */
  Duration moment() {
    return moment;
  }

  void came(long bytes) {
    came[over % MOMENTS] += bytes;
  }

  /** What came before counts no more: somebody else was the slow one. */
  void begin() {
    over = 0;
    java.util.Arrays.fill(came, 0);
  }

  /** A moment is over. */
  boolean isTooSlowNow() {
    over++;
    int judged = Math.min(over, MOMENTS);
    long sum = java.util.Arrays.stream(came).sum();
    came[over % MOMENTS] = 0;
    return judged >= MOMENTS / 2 && sum < bytesInMoment * judged;
  }
}
