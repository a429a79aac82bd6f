package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.PublicationWithdrawn;
import cn.doublerandom.contracts.ResultCorrected;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.inspection.application.AmendedResults;
import cn.doublerandom.inspection.visit.Amendment;
import cn.doublerandom.inspection.visit.AmendmentCommand;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Hears what of the results was corrected or withdrawn in public. */
@ApplicationScoped
class AmendmentListener {
  private final Inbox inbox;
  private final Clock clock;
  private final AmendedResults results;

  @Inject
  AmendmentListener(Inbox inbox, Clock clock, AmendedResults results) {
    this.inbox = inbox;
    this.clock = clock;
    this.results = results;
    inbox.subscribe(
        "publication.events.v1",
        Integration.in(ResultCorrected.class, PublicationWithdrawn.class),
        this::apply);
  }

  @Incoming("publication-events")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    CommandContext context = Integration.context(message, clock);
    return Integration.read(message, ResultCorrected.class)
        .map(told -> results.hear(told.resultId(), corrected(told), context, store))
        .or(() ->
            Integration.read(message, PublicationWithdrawn.class)
                .map(told -> results.hear(told.resultId(), withdrawn(told), context, store)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static AmendmentCommand corrected(ResultCorrected told) {
    return new AmendmentCommand.TakeCorrection(
        told.version(), told.codes(), items(told), told.reason(), told.correctedOn());
  }

  private static @Nullable List<Amendment.OfItem> items(ResultCorrected told) {
    return told.items() == null
        ? null
        : told.items().stream()
            .map(item -> new Amendment.OfItem(item.code(), item.codes()))
            .toList();
  }

  private static AmendmentCommand withdrawn(PublicationWithdrawn told) {
    return new AmendmentCommand.TakeWithdrawal(told.reason(), told.withdrawnOn());
  }
}
