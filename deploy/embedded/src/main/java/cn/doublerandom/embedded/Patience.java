package cn.doublerandom.embedded;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * How long a {@code @QuarkusTest} waits for what comes by itself, where it does not say so: other
 * modules are tested beside it, and what comes soon on a quiet machine comes late on a busy one.
 */
public final class Patience implements QuarkusTestBeforeClassCallback {
  static final Duration LONGEST = Duration.ofSeconds(40);

  @Override
  public void beforeClass(Class<?> testClass) {
    Awaitility.setDefaultTimeout(LONGEST);
  }
}
