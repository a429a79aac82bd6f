package cn.doublerandom.servicekit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class ToldTwiceTest {
  private final AtomicLong nanos = new AtomicLong();
  private final ToldTwice filter = new ToldTwice(nanos::get);

  private static ExtLogRecord report(String words, String thrower, String method) {
    var thrown = new IllegalStateException(words);
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("io.vertx.core.Promise", "fail", "Promise.java", 90),
          new StackTraceElement(thrower, method, "A.java", 216),
          new StackTraceElement("io.vertx.core.impl.VertxImpl", "handle", "VertxImpl.java", 1102)
        });
    var entry = new ExtLogRecord(Level.SEVERE, "Uncaught exception received by Vert.x", "a");
    entry.setThrown(thrown);
    return entry;
  }

  private static ExtLogRecord ofTheTimer() {
    return report(
        "Result is already complete",
        "io.vertx.sqlclient.impl.pool.SqlConnectionPool",
        "lambda$execute$3");
  }

  @Test
  void the_forgotten_timer_of_a_query_is_one_line_a_minute() {
    ExtLogRecord first = ofTheTimer();

    assertThat(filter.isLoggable(first)).isTrue();
    assertThat(first.getThrown()).isNull();
    assertThat(first.getLevel()).isEqualTo(Level.INFO);
    assertThat(first.getMessage()).contains("1706", "nothing is lost");
    assertThat(filter.isLoggable(first)).as("another handler asks too").isTrue();

    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(filter.isLoggable(ofTheTimer())).isFalse();

    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(filter.isLoggable(ofTheTimer())).isTrue();
  }

  @Test
  void whatever_else_is_completed_twice_keeps_its_stack_trace() {
    ExtLogRecord ours = report("Result is already complete", "cn.doublerandom.Anything", "execute");
    ExtLogRecord otherWords =
        report("closed", "io.vertx.sqlclient.impl.pool.SqlConnectionPool", "lambda$execute$3");

    assertThat(filter.isLoggable(ours)).isTrue();
    assertThat(filter.isLoggable(otherWords)).isTrue();
    assertThat(ours.getThrown()).isNotNull();
    assertThat(otherWords.getThrown()).isNotNull();
    assertThat(ours.getLevel()).isEqualTo(Level.SEVERE);
  }
}
