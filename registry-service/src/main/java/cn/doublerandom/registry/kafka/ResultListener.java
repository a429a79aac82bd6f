package cn.doublerandom.registry.kafka;

import cn.doublerandom.contracts.PublicationWithdrawn;
import cn.doublerandom.contracts.ResultCorrected;
import cn.doublerandom.contracts.ResultRecorded;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.registry.application.ResultProposals;
import cn.doublerandom.servicekit.messaging.Integration;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears what the visits found, and what of it was corrected or withdrawn. A record that cannot be
 * applied is parked with its key; each is applied once.
 */
@ApplicationScoped
class ResultListener {
  private final Inbox inbox;
  private final ResultProposals proposals;
  private final Clock clock;

  @Inject
  ResultListener(Inbox inbox, ResultProposals proposals, Clock clock) {
    this.inbox = inbox;
    this.proposals = proposals;
    this.clock = clock;
    inbox.subscribe("inspection.events.v1", Integration.in(ResultRecorded.class), this::apply);
    inbox.subscribe(
        "publication.events.v1",
        Integration.in(ResultCorrected.class, PublicationWithdrawn.class),
        this::apply);
  }

  @Incoming("inspection-events")
  Uni<Void> onInspection(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  @Incoming("publication-events")
  Uni<Void> onPublication(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    return ResultsHeard.in(message, BusinessClock.day(clock.instant()))
        .map(heard -> proposals.hear(heard, Integration.context(message, clock), store))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
