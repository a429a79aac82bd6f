package cn.doublerandom.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class OneTracePerMinuteTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong now = new AtomicLong();
  private final OneTracePerMinute filter = new OneTracePerMinute(now::get);

  private static LogRecord fault(String logger, String message, Exception thrown) {
    LogRecord entry = new LogRecord(Level.WARNING, message);
    entry.setLoggerName(logger);
    entry.setThrown(thrown);
    return entry;
  }

  private static Exception refused(int number) {
    return new java.net.ConnectException("refused " + number);
  }

  @Test
  void a_thousand_faults_of_one_kind_are_told_once_and_then_counted() {
    long told =
        IntStream.range(0, 1000)
            .filter(i -> filter.isLoggable(fault("a", "away", refused(i))))
            .count();
    assertThat(told).isEqualTo(1);

    now.addAndGet(61 * SECOND);
    LogRecord next = fault("a", "away", refused(1000));
    assertThat(filter.isLoggable(next)).isTrue();
    assertThat(next.getMessage()).contains("999");
  }

  @Test
  void what_is_counted_still_says_who_did_not_answer_what() {
    String words = "%s did not answer %s";
    filter.isLoggable(filled(words));
    filter.isLoggable(filled(words));
    now.addAndGet(61 * SECOND);
    ExtLogRecord next = filled(words);
    assertThat(filter.isLoggable(next)).isTrue();
    assertThat(new PatternFormatter("%s").format(next))
        .isEqualTo("registry did not answer /registry/ui (1 more since then)");
  }

  private static ExtLogRecord filled(String words) {
    var entry =
        new ExtLogRecord(
            Level.WARNING,
            words,
            ExtLogRecord.FormatStyle.PRINTF,
            OneTracePerMinuteTest.class.getName());
    entry.setParameters(new Object[] {"registry", "/registry/ui"});
    entry.setLoggerName("faults");
    entry.setThrown(refused(0));
    return entry;
  }

  @Test
  void faults_of_other_kinds_and_parts_are_told_beside_it() {
    assertThat(filter.isLoggable(fault("a", "away", refused(0)))).isTrue();
    assertThat(filter.isLoggable(fault("b", "away", refused(0)))).isTrue();
    assertThat(filter.isLoggable(fault("a", "away", new IllegalStateException()))).isTrue();
  }

  @Test
  void console_and_file_may_both_have_the_one_trace() {
    LogRecord one = fault("a", "away", refused(0));
    assertThat(filter.isLoggable(one)).isTrue();
    assertThat(filter.isLoggable(one)).isTrue();
    assertThat(filter.isLoggable(fault("a", "away", refused(1)))).isFalse();
  }

  @Test
  void what_carries_no_trace_is_never_held_back() {
    LogRecord plain = new LogRecord(Level.INFO, "GET");
    assertThat(filter.isLoggable(plain)).isTrue();
    assertThat(filter.isLoggable(plain)).isTrue();
  }
}
