package cn.doublerandom.inspection.external;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.eventstore.ledger.Worker;
import cn.doublerandom.inspection.external.KeptReminders.Claimed;
import cn.doublerandom.inspection.external.KeptReminders.ReminderKey;
import cn.doublerandom.inspection.external.Messenger.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Sends what is due, each message on a thread of its own, so that a slow receiver holds up no
 * other. One that was claimed and not settled, because the process died, is sent once more.
 */
final class ReminderSending implements Worker.Job {
  private static final Logger LOG = Logger.getLogger(ReminderSending.class);
  private static final String FIGURE = "suite.reminders";
  private static final int AT_ONCE = 20;
  private static final int MOST_DOUBLINGS = 10;
  private static final Duration LEASE = Duration.ofSeconds(90);
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private final ReminderSettings settings;
  private final KeptReminders kept;
  private final Messenger mail;
  private final Optional<Messenger> house;
  private final Vitals vitals;
  private final MeterRegistry figures;

  ReminderSending(
      ReminderSettings settings,
      Pool pool,
      Messenger mail,
      Optional<Messenger> house,
      Vitals vitals,
      MeterRegistry figures) {
    this.settings = settings;
    this.kept = new KeptReminders(pool);
    this.mail = mail;
    this.house = house;
    this.vitals = vitals;
    this.figures = figures;
  }

  @Override
  public boolean turn() throws InterruptedException, ExecutionException {
    if (settings.isSilent() || !vitals.isLeader()) {
      return false;
    }
    kept.givenUp().await().atMost(LIMIT).forEach(key -> lost(key, "given-up"));
    List<Claimed> due = kept.claim(AT_ONCE, LEASE).await().atMost(LIMIT);
    if (due.isEmpty()) {
      return false;
    }
    List<Callable<Boolean>> all = due.stream().map(this::sending).toList();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> one : threads.invokeAll(all)) {
        one.get();
      }
    }
    return true;
  }

  private Callable<Boolean> sending(Claimed one) {
    return () -> {
      switch (sent(one)) {
        case DELIVERED -> {
          kept.done(one.key()).await().atMost(LIMIT);
          count(one.key(), "delivered");
        }
        case AGAIN -> {
          kept.again(one.key(), pause(one.tries())).await().atMost(LIMIT);
          count(one.key(), "failed");
        }
        case REFUSED -> {
          kept.done(one.key()).await().atMost(LIMIT);
          lost(one.key(), "refused");
        }
      }
      return true;
    };
  }

  /** What nobody thought of is told by its kind alone, and stops no other message. */
  private Outcome sent(Claimed one) throws InterruptedException {
    try {
      return tried(one);
    } catch (RuntimeException e) {
      LOG.warnf("a reminder failed: %s", e.getClass().getName());
      return Outcome.AGAIN;
    }
  }

  private Outcome tried(Claimed one) throws InterruptedException {
    BureauKey bureau = BureauKey.ofId(one.note().visitId()).orElse(BureauKey.SEED);
    return switch (one.key().way()) {
      case OFFICER -> {
        Optional<String> address = settings.addressOf(one.key().receiver(), bureau);
        yield address.isEmpty() ? Outcome.REFUSED : mail.send(one.note(), address.get());
      }
      case COPY -> mail.send(one.note(), settings.copyFor(one.key().receiver(), bureau));
      case MESSENGER -> house.isEmpty() ? Outcome.REFUSED : house.get().send(one.note(), "");
    };
  }

  private Duration pause(int tries) {
    Duration grown = settings.pause().multipliedBy(1L << Math.min(tries - 1, MOST_DOUBLINGS));
    return grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
  }

  /** Which fact it was and by which way, and not whom it did not reach. */
  private void lost(ReminderKey key, String outcome) {
    LOG.warnf("a reminder was %s: fact %d, %s", outcome, key.seq(), word(key));
    count(key, outcome);
  }

  private void count(ReminderKey key, String outcome) {
    figures.counter(FIGURE, "way", word(key), "outcome", outcome).increment();
  }

  private static String word(ReminderKey key) {
    return key.way().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {
    // Holds nothing between turns.
  }
}
