package cn.doublerandom.servicekit.memory;

import cn.doublerandom.eventstore.ledger.Worker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive while every thread that numbers, tells, projects, fires and seals is. */
@Liveness
@ApplicationScoped
public class WorkerLiveness implements HealthCheck {
  private final ServiceMemory memory;

  @Inject
  WorkerLiveness(ServiceMemory memory) {
    this.memory = memory;
  }

  @Override
  public HealthCheckResponse call() {
    return of(memory.workers());
  }

  static HealthCheckResponse of(List<Worker> workers) {
    List<String> dead =
        workers.stream().filter(worker -> !worker.isAlive()).map(Worker::name).toList();
    var answer = HealthCheckResponse.named("workers-alive").withData("workers", workers.size());
    dead.forEach(name -> answer.withData(name, "its thread has ended"));
    return answer.status(dead.isEmpty()).build();
  }
}
