package cn.doublerandom.eventstore;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Others changed the stream each time first; nothing of the command was stored. Try again. */
public final class RaceLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final long FIRST_PAUSE_MILLIS = 4;

  public RaceLost(int attempts) {
    super("lost the race %d times".formatted(attempts), null, false, false);
  }

  /** Longer after each loss, and of random length, so that those who lost do not meet again. */
  static Duration pause(int losses) {
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(1, FIRST_PAUSE_MILLIS << losses));
  }
}
