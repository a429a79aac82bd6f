package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.ParkedRecord;
import cn.doublerandom.eventstore.inbox.Served;
import cn.doublerandom.servicekit.view.ReadBureaus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Keeps the bureaus that are served in line with the register: before anybody asks, and every few
 * seconds from then on. What others told of a bureau before it was known here is taken as soon as
 * it is, once for each key; where that fails the reason stands with it, as of any record.
 */
@ApplicationScoped
class RegisterReading {
  private static final Logger LOG = Logger.getLogger(RegisterReading.class);

  /** After the tables are confined, before the memory takes commands. */
  private static final int EARLY = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int PAGE = 500;

  private final ReadBureaus bureaus;
  private final Inbox inbox;
  private final Served served;
  private final MemorySettings settings;

  /** Keys that were tried since the register was another one. */
  private final Set<Waiting> tried = new HashSet<>();

  private Set<?> before = Set.of();

  private record Waiting(String source, String key) {}

  @Inject
  RegisterReading(ReadBureaus bureaus, Inbox inbox, Served served, MemorySettings settings) {
    this.bureaus = bureaus;
    this.inbox = inbox;
    this.served = served;
    this.settings = settings;
  }

  void first(@Observes @Priority(EARLY) StartupEvent event) {
    try {
      bureaus.read().await().atMost(PATIENCE);
    } catch (RuntimeException e) {
      LOG.warnf("the register of bureaus is read later: %s", e.toString());
    }
  }

  void start(@Observes StartupEvent event, Scheduler scheduler) {
    if (settings.replay()) {
      return;
    }
    scheduler
        .newJob("the register of bureaus")
        .setConcurrentExecution(ConcurrentExecution.SKIP)
        .setInterval("{suite.bureaus-every}")
        .setAsyncTask(execution -> look())
        .schedule();
  }

  private Uni<Void> look() {
    return bureaus
        .read()
        .chain(() -> waiting(0))
        .onFailure()
        .invoke(e -> LOG.warnf("the register of bureaus: %s", e.toString()))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private Uni<Void> waiting(long after) {
    Set<?> now = served.scopes().get();
    if (!now.equals(before)) {
      before = now;
      tried.clear();
    }
    return inbox
        .parked(after, PAGE)
        .flatMap(page ->
            taken(page)
                .chain(() ->
                    page.size() < PAGE
                        ? Uni.createFrom().voidItem()
                        : waiting(page.getLast().number())));
  }

  private Uni<Void> taken(List<ParkedRecord> page) {
    return Multi.createFrom()
        .items(
            page.stream()
                .filter(served::isServedNow)
                .map(parked -> new Waiting(parked.source(), parked.key()))
                .filter(tried::add))
        .onItem()
        .transformToUniAndConcatenate(waiting ->
            inbox
                .retryParked(waiting.source(), waiting.key())
                .onFailure()
                .invoke(e -> LOG.warnf("%s of %s: %s", waiting.key(), waiting.source(), e))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid())
        .collect()
        .last()
        .replaceWithVoid();
  }
}
