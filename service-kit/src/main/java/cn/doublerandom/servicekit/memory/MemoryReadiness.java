package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.ledger.MemoryMonitor;
import cn.doublerandom.eventstore.ledger.Vitals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while commands are taken and become visible. A broker that is away is told but does not
 * make a service unready: what it accepts waits in the database.
 */
@Readiness
@ApplicationScoped
public class MemoryReadiness implements HealthCheck {
  /** A stray is somebody's attempt, and nobody's attempt may take a service down. */
  private static final Set<String> BEARABLE =
      Set.of(
          Vitals.RELAY,
          Vitals.BROKER,
          Vitals.FOREIGN,
          "witness",
          "timer",
          // What is public stays to be read while its log of notices is not signed.
          "notice-log",
          "notice-log-witness",
          // What needs no photo goes on while the bucket of evidence is away.
          "evidence",
          MemoryMonitor.STRAYS,
          // An alarm: commands are taken, nothing is lost, numbers come when the transaction ends.
          MemoryMonitor.WRITER);

  private final Vitals vitals;

  @Inject
  MemoryReadiness(Vitals vitals) {
    this.vitals = vitals;
  }

  @Override
  public HealthCheckResponse call() {
    Map<String, String> troubles = vitals.troubles();
    var answer = HealthCheckResponse.named("memory");
    troubles.forEach(answer::withData);
    // Unbearable are backlog, an older database and a full disk (commands are refused) and gaps:
    // what others told is not acted on.
    return answer
        .withData(
            "monitored",
            String.join(", ", Vitals.OLDER, Vitals.DISK, MemoryMonitor.BACKLOG, MemoryMonitor.GAPS))
        .status(troubles.keySet().stream().allMatch(MemoryReadiness::isBearable))
        .build();
  }

  /** A parked stream keeps nobody else from going on. */
  private static boolean isBearable(String part) {
    return BEARABLE.contains(part) || part.startsWith(Vitals.PARKED);
  }
}
