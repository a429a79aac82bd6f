package cn.doublerandom.gateway.audit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells what stands in a book, line by line and none twice: where it goes on is what was told last.
 * Whoever is told may be away as long as he likes.
 *
 * <pre>
 * AWAY ─ opened ─ TELLING ─ broken ─ AWAY
 *   └─ told more than the book holds ─ OLDER, until somebody moves the book away
 * </pre>
 */
public final class Teller implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Teller.class);
  private static final int BATCH = 200;
  private static final long LOOK_MILLIS = 5_000;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final Book book;
  private final Telling.Opening opening;
  private final Thread thread;
  private volatile State state = new State("away", 0, null);

  /**
   * How the telling goes.
   *
   * @param word telling, away or older
   * @param told lines of the book that were told
   * @param since when it could not go on; null while it can
   */
  public record State(String word, long told, @Nullable Instant since) {
    /** There is nobody to tell. */
    public static final State NOBODY = new State("nobody", 0, null);
  }

  Teller(Book book, Telling.Opening opening) {
    this.book = book;
    this.opening = opening;
    this.thread = new Thread(this::run, "gateway-audit");
    thread.setDaemon(true);
  }

  /** Tells from now on. */
  public static Teller begin(Book book, Telling.Opening opening) {
    var teller = new Teller(book, opening);
    teller.thread.start();
    return teller;
  }

  /** How it goes. */
  public State state() {
    return state;
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!Thread.currentThread().isInterrupted()) {
      try (Telling way = opening.open()) {
        tell(way);
        return;
      } catch (InterruptedException e) {
        return;
      } catch (Exception e) {
        boolean fresh = state.since() == null;
        pause = fresh ? FIRST_PAUSE : longer(pause);
        state = new State(e instanceof Older ? "older" : "away", state.told(), since());
        if (fresh) {
          LOG.warnf("sign-ins wait to be told: %s", e);
        }
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private Instant since() {
    Instant before = state.since();
    return before == null ? Instant.now() : before;
  }

  private void tell(Telling way) throws Exception {
    Telling.End end = way.end();
    long told = end.book().equals(book.id()) ? end.number() : 0;
    if (told > book.number()) {
      throw new Older(told, book.number());
    }
    long position = behind(told);
    long seq = end.seq();
    while (!Thread.currentThread().isInterrupted()) {
      state = new State("telling", told, null);
      List<Line> lines = book.from(position, BATCH);
      if (lines.isEmpty()) {
        book.await(position, LOOK_MILLIS);
        continue;
      }
      way.tell(lines, seq + 1);
      seq += lines.size();
      told += lines.size();
      position = lines.getLast().end();
    }
  }

  /** Where the line with this number ends. */
  private long behind(long number) throws IOException {
    long position = 0;
    for (long left = number; left > 0; ) {
      List<Line> lines = book.from(position, (int) Math.min(BATCH, left));
      left -= lines.size();
      position = lines.getLast().end();
    }
    return position;
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The book is an older copy: what it says next would be told under numbers that are taken. */
  private static final class Older extends Exception {
    private static final long serialVersionUID = 1L;

    Older(long told, long number) {
      super("%d lines were told, the book has %d: it is older".formatted(told, number));
    }
  }
}
