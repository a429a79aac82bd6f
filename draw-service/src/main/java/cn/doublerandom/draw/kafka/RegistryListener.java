package cn.doublerandom.draw.kafka;

import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the registry: 一单两库 become rows ({@link KnownReplicas}), and nothing else is heard. */
@ApplicationScoped
class RegistryListener {
  private final Inbox inbox;

  @Inject
  RegistryListener(Inbox inbox) {
    this.inbox = inbox;
    inbox.subscribe(
        KnownReplicas.SOURCE, Integration.in(), (message, store) -> Uni.createFrom().voidItem());
  }

  @Incoming("registry-events")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }
}
