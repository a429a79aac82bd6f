package cn.doublerandom.embedded;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/**
 * How the cost of reading grows with what is read: one large input against as many small ones as
 * make it up, in the same run on the same machine. Linear work costs the same both ways; quadratic
 * work costs {@link #TIMES} times as much.
 */
public final class Growth {
  /** How many small inputs make up the large one. */
  public static final int TIMES = 16;

  private static final int ROUNDS = 5;

  private Growth() {}

  /**
   * The cost of a text of {@code size} times {@link #TIMES} repetitions, as a multiple of that of
   * as many texts of {@code size}: about 1 where the work is linear. Processor time of this thread,
   * the best of some rounds, so that what else the machine does is left out.
   *
   * @param around the repeated part stands where {@code %s} does
   */
  public static double of(String around, String repeated, int size, Consumer<String> reader) {
    String small = around.replace("%s", repeated.repeat(size));
    String large = around.replace("%s", repeated.repeat(size * TIMES));
    reader.accept(small);
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long several = nanos(() -> times(() -> reader.accept(small)));
      long one = nanos(() -> reader.accept(large));
      least = Math.min(least, (double) one / Math.max(1, several));
      if (least < 2) {
        return least;
      }
    }
    return least;
  }

  private static void times(Runnable work) {
    for (int i = 0; i < TIMES; i++) {
      work.run();
    }
  }

  private static long nanos(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - before;
  }
}
