package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.HandoverAsked;
import cn.doublerandom.contracts.HandoverTakenBack;
import cn.doublerandom.contracts.TeamChangeRefused;
import cn.doublerandom.contracts.TeamChangeTaken;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.application.HeardVisits;
import cn.doublerandom.draw.register.InRegister;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the visits where they take or refuse a change: draw and inspection never disagree. */
@ApplicationScoped
class InspectionListener {
  private final Inbox inbox;
  private final Clock clock;
  private final HeardVisits visits;

  @Inject
  InspectionListener(Inbox inbox, Clock clock, HeardVisits visits) {
    this.inbox = inbox;
    this.clock = clock;
    this.visits = visits;
    inbox.subscribe(
        "inspection.events.v1",
        Integration.in(
            TeamChangeRefused.class,
            TeamChangeTaken.class,
            HandoverAsked.class,
            HandoverTakenBack.class),
        this::apply);
  }

  @Incoming("inspection-events")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    return Integration.read(message, TeamChangeRefused.class)
        .map(e -> follow(e, message, store))
        .or(() ->
            Integration.read(message, TeamChangeTaken.class).map(e -> settle(e, message, store)))
        .or(() ->
            Integration.read(message, HandoverAsked.class).map(e -> handOver(e, message, store)))
        .or(() ->
            Integration.read(message, HandoverTakenBack.class).map(e -> drop(e, message, store)))
        .orElse(Uni.createFrom().voidItem());
  }

  private Uni<Void> follow(TeamChangeRefused e, InboxRecord message, EventStore store) {
    return visits.follow(
        new DrawCommand.FollowVisit(
            e.drawId(),
            e.subject(),
            e.inspectors(),
            Optional.ofNullable(e.alternate()),
            e.why(),
            e.on()),
        Integration.context(message, clock),
        store);
  }

  private Uni<Void> handOver(HandoverAsked e, InboxRecord message, EventStore store) {
    return visits.handOver(
        new DrawCommand.RequestInspectorReplacement(
            e.drawId(),
            e.subjectId(),
            e.inspector(),
            e.reason(),
            "",
            e.askedBy(),
            e.askedOn(),
            InRegister.NOTHING,
            null),
        Integration.context(message, clock),
        store);
  }

  private Uni<Void> drop(HandoverTakenBack e, InboxRecord message, EventStore store) {
    return visits.drop(
        new DrawCommand.DropHandover(
            new DrawCommand.EndReplacement(
                e.drawId(), e.subjectId(), e.reason(), e.takenBackBy(), e.takenBackOn()),
            e.inspector()),
        Integration.context(message, clock),
        store);
  }

  private Uni<Void> settle(TeamChangeTaken e, InboxRecord message, EventStore store) {
    return visits.settle(
        new DrawCommand.SettleReplacement(e.drawId(), e.subject(), e.on()),
        Integration.context(message, clock),
        store);
  }
}
