package cn.doublerandom.publication.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a message is tried again. That of the specification: at once, after 5 s, 5 min, 30 min, 2 h,
 * 5 h, 10 h, 14 h, 20 h and 24 h.
 *
 * @param waits after the first try, the second, …; none after the last
 */
public record RetrySchedule(List<Duration> waits) {
  private static final int PERMILLE = 1_000;

  /** The share of a wait by which it is longer at most, so that not all come back at once. */
  private static final int MOST_LONGER = 10;

  public RetrySchedule {
    waits = List.copyOf(waits);
  }

  /**
   * How long to wait after a try that failed.
   *
   * @param tries so far, from 1
   * @param chance 0 to 999; the wait is longer by as many thousandths of a tenth of it
   * @return empty where it was the last one
   */
  public Optional<Duration> after(int tries, int chance) {
    if (tries < 1 || chance < 0 || chance >= PERMILLE) {
      throw new IllegalArgumentException("tries from 1, chance 0..999: " + tries + ", " + chance);
    } else if (tries > waits.size()) {
      return Optional.empty();
    }
    Duration wait = waits.get(tries - 1);
    return Optional.of(wait.plusMillis(wait.toMillis() * chance / PERMILLE / MOST_LONGER));
  }
}
