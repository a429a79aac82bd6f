package cn.doublerandom.registry.kafka;

import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears whom draws froze and drew; what is kept of it says {@link KnownDraws}. */
@ApplicationScoped
class DrawListener {
  private final Inbox inbox;

  @Inject
  DrawListener(Inbox inbox) {
    this.inbox = inbox;
    inbox.subscribe(
        KnownDraws.SOURCE, Integration.in(), (message, store) -> Uni.createFrom().voidItem());
  }

  @Incoming("draw-events")
  Uni<Void> onDraw(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }
}
