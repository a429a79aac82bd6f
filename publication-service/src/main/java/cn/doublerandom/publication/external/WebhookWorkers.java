package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.ledger.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes and sends messages as long as the service runs; one that only replays does neither. */
@ApplicationScoped
class WebhookWorkers {
  private final List<Worker> workers = new ArrayList<>();
  private final WebhookMaking making;
  private final WebhookSending sending;
  private final boolean replay;

  @Inject
  WebhookWorkers(
      WebhookMaking making,
      WebhookSending sending,
      @ConfigProperty(name = "suite.replay.into") Optional<Path> replay) {
    this.making = making;
    this.sending = sending;
    this.replay = replay.isPresent();
  }

  void start(@Observes StartupEvent event) {
    if (!replay) {
      workers.add(Worker.watching("webhooks", making));
      workers.add(Worker.watching("webhook-sender", sending));
      workers.forEach(Worker::start);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    workers.forEach(Worker::close);
  }
}
