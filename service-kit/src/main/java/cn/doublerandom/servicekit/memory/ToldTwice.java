package cn.doublerandom.servicekit.memory;

import io.quarkus.logging.LoggingFilter;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * When the database is away, the pool of the client fails a query and forgets the timer it had set
 * for it; the timer then fails the query again, which Vert.x reports with a stack trace
 * (eclipse-vertx/vertx-sql-client issue 1706, open at 4.5.34). Whoever asked was told the first
 * time and nothing is lost, so it is one line a minute. Goes when the client is mended.
 */
@LoggingFilter(name = "told-twice")
public final class ToldTwice implements Filter {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final String SAID = "Result is already complete";
  private static final String POOL = "io.vertx.sqlclient.impl.pool.SqlConnectionPool";
  private static final String WORDS =
      "the timer of a query that had failed already went off (vertx-sql-client 1706); nothing is lost";

  private final LongSupplier nanos;
  private boolean told;
  private long since;

  /** By the clock of the machine. */
  public ToldTwice() {
    this(System::nanoTime);
  }

  ToldTwice(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public boolean isLoggable(LogRecord entry) {
    Throwable thrown = entry.getThrown();
    return thrown == null || !isOfTheTimer(thrown) || isFirst(entry);
  }

  /** Thrown by the timer of the pool and nobody else: every other case is one of our own. */
  private static boolean isOfTheTimer(Throwable thrown) {
    return thrown instanceof IllegalStateException
        && SAID.equals(thrown.getMessage())
        && Arrays.stream(thrown.getStackTrace())
            .limit(2)
            .anyMatch(frame ->
                frame.getClassName().equals(POOL) && frame.getMethodName().contains("execute"));
  }

  private synchronized boolean isFirst(LogRecord entry) {
    long now = nanos.getAsLong();
    if (told && now - since < MINUTE) {
      return false;
    }
    told = true;
    since = now;
    entry.setThrown(null);
    entry.setLevel(Level.INFO);
    if (entry instanceof ExtLogRecord filled) {
      filled.setMessage(WORDS, ExtLogRecord.FormatStyle.NO_FORMAT);
    } else {
      entry.setMessage(WORDS);
    }
    return true;
  }
}
