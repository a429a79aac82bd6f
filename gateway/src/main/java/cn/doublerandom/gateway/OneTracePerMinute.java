package cn.doublerandom.gateway;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * A fault that comes a thousand times a minute is told once with its stack trace; the next minute
 * says how often it came. Whoever logs it: the gateway, Vert.x or Netty.
 */
@LoggingFilter(name = "one-trace-per-minute")
public final class OneTracePerMinute implements Filter {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final int MOST_KINDS = 256;

  private final LongSupplier nanos;
  private final Map<String, Seen> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST_KINDS;
        }
      };

  /** By the clock of the machine. */
  public OneTracePerMinute() {
    this(System::nanoTime);
  }

  OneTracePerMinute(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * @param record the one that was told; several handlers may ask about it
   */
  private record Seen(long since, int times, long record) {}

  @Override
  public boolean isLoggable(LogRecord entry) {
    Throwable thrown = entry.getThrown();
    return thrown == null || isFirst(entry, thrown);
  }

  private synchronized boolean isFirst(LogRecord entry, Throwable thrown) {
    String kind = kind(entry, thrown);
    long now = nanos.getAsLong();
    Seen before = seen.get(kind);
    if (before != null && before.record() == entry.getSequenceNumber()) {
      return true;
    }
    if (before != null && now - before.since() < MINUTE) {
      seen.put(kind, new Seen(before.since(), before.times() + 1, before.record()));
      return false;
    }
    seen.remove(kind);
    seen.put(kind, new Seen(now, 0, entry.getSequenceNumber()));
    if (before != null && before.times() > 0) {
      append(entry, " (" + before.times() + " more since then)");
    }
    return true;
  }

  /**
   * How the words are filled in stays with them: a record of the server knows more than one way.
   */
  private static void append(LogRecord entry, String words) {
    if (entry instanceof ExtLogRecord filled) {
      filled.setMessage(filled.getMessage() + words, filled.getFormatStyle());
    } else {
      entry.setMessage(entry.getMessage() + words);
    }
  }

  /** Where it was thrown tells kinds apart, not what it said: that may differ each time. */
  private static String kind(LogRecord entry, Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String place = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getMethodName();
    return entry.getLoggerName() + " " + thrown.getClass().getName() + " " + place;
  }
}
