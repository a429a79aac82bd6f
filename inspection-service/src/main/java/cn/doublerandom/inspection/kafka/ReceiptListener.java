package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.ReceiptGiven;
import cn.doublerandom.contracts.broker.Topic;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.eventstore.inbox.Interest;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.application.Receipts;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears from authorities that they received what was sent to them. Who writes there is no service
 * of the house: each record proves itself, and what proves nothing is set aside with its key.
 */
@ApplicationScoped
class ReceiptListener {
  private final Inbox inbox;
  private final Clock clock;
  private final Receipts receipts;

  @Inject
  ReceiptListener(Inbox inbox, Clock clock, Receipts receipts) {
    this.inbox = inbox;
    this.clock = clock;
    this.receipts = receipts;
    inbox.subscribe(
        Topic.RECEIVERS_RECEIPTS.address(),
        new Interest(
            Set.of(IntegrationEvent.typeOf(ReceiptGiven.class)), Set.of(), Interest.Unknown.PARK),
        this::apply);
  }

  @Incoming("receipts")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receiveOutside(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    ReceiptGiven given =
        Integration.read(message, ReceiptGiven.class)
            .orElseThrow(() -> new IllegalArgumentException("no receipt"));
    requireOwnKey(message, given);
    return receipts.hear(
        new Receipts.Told(
            given.visitId(), given.number(), given.receivedAs(), given.reference(), given.proof()),
        Integration.context(message, clock),
        store);
  }

  /** What is set aside under a key holds up that key alone, so none speaks under another's. */
  private static void requireOwnKey(InboxRecord message, ReceiptGiven given) {
    if (!StreamNames.parse(message.key())
        .name()
        .equals(VisitStreams.FOLLOW_UPS.of(given.visitId()))) {
      throw new IllegalArgumentException("its key is not that of the transfer it answers");
    }
  }
}
