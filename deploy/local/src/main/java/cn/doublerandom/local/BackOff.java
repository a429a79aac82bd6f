package cn.doublerandom.local;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long to wait before something is started again: twice as long each time, up to a limit, and
 * short again after a run that lasted.
 */
final class BackOff {
  static final Duration FIRST = Duration.ofMillis(500);
  static final Duration LONGEST = Duration.ofSeconds(30);
  static final Duration GOOD_RUN = Duration.ofSeconds(60);

  private final LongSupplier nanos;
  private Duration pause = FIRST;
  private long began;

  BackOff() {
    this(System::nanoTime);
  }

  /**
   * @param nanos a clock as {@link System#nanoTime}
   */
  BackOff(LongSupplier nanos) {
    this.nanos = nanos;
    this.began = nanos.getAsLong();
  }

  /** A run begins. */
  void begins() {
    began = nanos.getAsLong();
  }

  /** The run has ended: how long to wait before the next. */
  Duration next() {
    boolean lasted = nanos.getAsLong() - began >= GOOD_RUN.toNanos();
    Duration now = lasted ? FIRST : pause;
    Duration twice = now.multipliedBy(2);
    pause = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return now;
  }
}
