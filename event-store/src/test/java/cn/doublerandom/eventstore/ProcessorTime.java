package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.function.Executable;

/**
 * What work costs the processor, told against work that is always the same: a limit means as much
 * work on a slow machine, or on one that others use besides, as where it was set.
 */
public final class ProcessorTime {
  /** What the yardstick cost where the limits were set. */
  private static final Duration YARDSTICK = Duration.ofMillis(250);

  private static final int NUMBERS = 1_000_000;

  /** By so much more may the clock go on while others have the processor. */
  private static final int PATIENCE = 20;

  private ProcessorTime() {}

  /**
   * The work costs less than that, or than what is as much on this machine at this moment.
   *
   * @param limit where the yardstick costs a quarter of a second
   */
  public static void assertWithin(Duration limit, Executable work) {
    assertTimeoutPreemptively(
        limit.multipliedBy(PATIENCE),
        () -> {
          Duration cost = of(work);
          if (cost.compareTo(limit) >= 0) {
            assertThat(cost).isLessThan(here(limit));
          }
        });
  }

  private static Duration of(Executable work) throws Throwable {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    work.execute();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
  }

  private static Duration here(Duration limit) throws Throwable {
    yardstick();
    double slower = (double) of(ProcessorTime::yardstick).toNanos() / YARDSTICK.toNanos();
    return Duration.ofNanos((long) (limit.toNanos() * Math.max(1, slower)));
  }

  /** Numbers are put in order, the same ones each time. */
  static void yardstick() {
    int[] numbers = new Random(NUMBERS).ints(NUMBERS).toArray();
    Arrays.sort(numbers);
    assertThat(numbers[0]).isNegative();
  }
}
