package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.ledger.Continuity;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Commands stop here while the database is older than what is known of it outside: whatever it
 * acknowledged would be lost with the next restore. Reading goes on.
 */
@Singleton
public class CommandGate {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** Asked for with each command: filters are made before the settings of the memory are known. */
  private final Provider<Continuity> continuity;

  @Inject
  CommandGate(Provider<Continuity> continuity) {
    this.continuity = continuity;
  }

  @ServerRequestFilter
  void pass(ContainerRequestContext request) {
    if (READING.contains(request.getMethod()) || continuity.get().takesCommands()) {
      return;
    }
    throw new ProblemException(
        continuity.get().isDoubtful()
            ? EdgeRejection.DATABASE_OLDER
            : EdgeRejection.TEMPORARILY_UNAVAILABLE);
  }
}
