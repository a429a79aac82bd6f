package cn.doublerandom.servicekit.memory;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A consumer of Kafka that has failed for good stays away until the process is started again, and
 * what others tell is then never heard: so the process ends, and whoever watches it starts it.
 * Until then the same is said by liveness.
 */
@ApplicationScoped
public class ConsumerWatch {
  /** Of a process that has lost a part it cannot replace. */
  static final int STATUS = 4;

  private static final Logger LOG = Logger.getLogger(ConsumerWatch.class);

  private final HealthCenter health;

  @Inject
  ConsumerWatch(HealthCenter health) {
    this.health = health;
  }

  @Scheduled(every = "5s", delayed = "5s")
  void look() {
    List<String> dead = dead(health.getLiveness());
    if (!dead.isEmpty()) {
      LOG.fatalf("consumers have failed and cannot go on, so this process ends: %s", dead);
      Runtime.getRuntime().halt(STATUS);
    }
  }

  static List<String> dead(HealthReport report) {
    return report.getChannels().stream()
        .filter(channel -> !channel.isOk())
        .map(channel -> channel.getChannel() + ": " + channel.getMessage())
        .toList();
  }
}
