package cn.doublerandom.servicekit.table;

import java.time.Duration;

/**
 * The time a file may be read for: a minute until its rows begin, and a minute for its rows. What
 * is done with a row is not the reader's time.
 */
final class ReadingTime {
  private static final Duration MOST = Duration.ofMinutes(1);

  private final Duration most;
  private long end;
  private long left;

  ReadingTime() {
    this(MOST);
  }

  ReadingTime(Duration most) {
    this.most = most;
    begin();
  }

  /** Another part of the work begins, with a time of its own. */
  void begin() {
    end = System.nanoTime() + most.toNanos();
  }

  boolean isOver() {
    return end - System.nanoTime() < 0;
  }

  /** Somebody else works from here on. */
  void pause() {
    left = end - System.nanoTime();
  }

  void goOn() {
    end = System.nanoTime() + left;
  }

  static UnreadableTable tooSlow() {
    return new UnreadableTable(0, "too-slow", "文件过大，一分钟内没有看完，请分成几个文件。");
  }
}
