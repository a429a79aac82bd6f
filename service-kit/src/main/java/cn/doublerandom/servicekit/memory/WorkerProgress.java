package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.ledger.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while every worker and the inbox get on: one that hangs, or does nothing but start over,
 * makes commands that are taken stay hidden. Those who only tell others wait for a broker or a
 * witness as long as it takes; that is said and makes nothing unready.
 */
@Readiness
@ApplicationScoped
public class WorkerProgress implements HealthCheck {
  /**
   * A turn is a bounded piece of work; the longest, of a read model being filled, takes seconds.
   */
  static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Set<String> MAY_WAIT = Set.of("relay", "sealer");

  private final ServiceMemory memory;
  private final Inbox inbox;

  @Inject
  WorkerProgress(ServiceMemory memory, Inbox inbox) {
    this.memory = memory;
    this.inbox = inbox;
  }

  @Override
  public HealthCheckResponse call() {
    return of(memory.workers(), inbox.stuckFor(), LONGEST);
  }

  static HealthCheckResponse of(List<Worker> workers, Duration batch, Duration longest) {
    List<Worker> stuck =
        workers.stream().filter(w -> w.sinceProgress().compareTo(longest) > 0).toList();
    var answer = HealthCheckResponse.named("workers").withData("workers", workers.size());
    stuck.forEach(worker ->
        answer.withData(
            worker.name(),
            "has done nothing for %d s".formatted(worker.sinceProgress().toSeconds())));
    boolean isHearing = batch.compareTo(longest) <= 0;
    if (!isHearing) {
      answer.withData("inbox", "has tried one batch for %d s".formatted(batch.toSeconds()));
    }
    return answer
        .status(isHearing && stuck.stream().allMatch(worker -> MAY_WAIT.contains(worker.name())))
        .build();
  }
}
