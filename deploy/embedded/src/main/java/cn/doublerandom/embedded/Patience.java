package cn.doublerandom.embedded;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;

/**
 * How long a {@code @QuarkusTest} waits for what comes by itself, where it does not say so: other
 * modules are tested beside it, and what comes soon on a quiet machine comes late on a busy one. It
 * looks the more seldom the longer it waits, for each look is a request.
 */
public final class Patience implements QuarkusTestBeforeClassCallback {
  private static final Duration LONGEST = Duration.ofSeconds(40);
  private static final Duration FIRST_LOOK = Duration.ofMillis(60);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

  @Override
  public void beforeClass(Class<?> testClass) {
    Awaitility.setDefaultTimeout(LONGEST);
    Awaitility.setDefaultPollInterval(
        new IterativePollInterval(Patience::halfAsLongAgain, FIRST_LOOK));
  }

  private static Duration halfAsLongAgain(Duration pause) {
    Duration next = pause.multipliedBy(3).dividedBy(2);
    return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
  }
}
