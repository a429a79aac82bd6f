package cn.doublerandom.servicekit.table;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time a file may be read for: a minute until its rows begin, and a minute for its rows. What
 * is done with a row is not the reader's time.
 */
final class ReadingTime {
  private static final Duration MOST = Duration.ofMinutes(1);

  private final LongSupplier nanos;
  private long end;
  private long left;

  ReadingTime() {
    this(System::nanoTime);
  }

  /**
   * By a clock of its own.
   *
   * @param nanos from whenever
   */
  ReadingTime(LongSupplier nanos) {
    this.nanos = nanos;
    begin();
  }

  /** Another part of the work begins, with a time of its own. */
  void begin() {
    end = nanos.getAsLong() + MOST.toNanos();
  }

  boolean isOver() {
    return end - nanos.getAsLong() < 0;
  }

  /** Somebody else works from here on. */
  void pause() {
    left = end - nanos.getAsLong();
  }

  void goOn() {
    end = nanos.getAsLong() + left;
  }

  static UnreadableTable tooSlow() {
    return new UnreadableTable(0, "too-slow", "文件过大，一分钟内没有看完，请分成几个文件。");
  }
}
