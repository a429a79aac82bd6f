package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOpened;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.HandoverRefused;
import cn.doublerandom.contracts.MemberRecused;
import cn.doublerandom.contracts.TeamChanged;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.inspection.application.DrawnVisits;
import cn.doublerandom.inspection.visit.ArrangementCommand;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** An executed draw becomes one visit per drawn subject, all of them or none. */
@ApplicationScoped
class DrawListener {
  private final Inbox inbox;
  private final Clock clock;
  private final DrawnVisits visits;

  @Inject
  DrawListener(Inbox inbox, Clock clock, DrawnVisits visits) {
    this.inbox = inbox;
    this.clock = clock;
    this.visits = visits;
    inbox.subscribe(
        "draw.events.v1",
        Integration.in(
            DrawExecuted.class,
            DrawOpened.class,
            TeamChanged.class,
            MemberRecused.class,
            HandoverRefused.class,
            DrawVoided.class),
        this::apply);
  }

  @Incoming("draw-events")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    CommandContext context = Integration.context(message, clock);
    return Integration.read(message, TeamChanged.class)
        .filter(e -> e.replaces() != null)
        .map(e -> replaced(e, context, store))
        .or(() ->
            Integration.read(message, DrawVoided.class)
                .flatMap(VoidedTeams::of)
                .map(e -> visits.undo(e.commands(), e::owed, context, store)))
        .or(() -> commands(message).map(commands -> visits.ask(commands, context, store)))
        .orElse(Uni.createFrom().voidItem());
  }

  private Uni<Void> replaced(TeamChanged e, CommandContext context, EventStore store) {
    return visits.replace(
        DrawnVisits.visit(e.drawId(), Objects.requireNonNull(e.replaces())),
        new VisitCommand.GiveWay(e.subject(), e.reason()),
        alternate(e),
        context,
        store);
  }

  private static Optional<Map<String, VisitCommand>> commands(InboxRecord message) {
    return DrawnTeams.of(message)
        .map(DrawnTeams::commands)
        .or(() -> Integration.read(message, TeamChanged.class).map(DrawListener::changed))
        .or(() -> Integration.read(message, MemberRecused.class).map(DrawListener::recused))
        .or(() -> Integration.read(message, HandoverRefused.class).map(DrawListener::refused))
        .or(() -> Integration.read(message, DrawVoided.class).map(DrawListener::voided));
  }

  private static Map<String, VisitCommand> changed(TeamChanged e) {
    return Map.of(
        DrawnVisits.visit(e.drawId(), e.subject()),
        new VisitCommand.ReassignTeam(e.inspectors(), e.units(), e.reason()));
  }

  private static Map<String, VisitCommand> recused(MemberRecused e) {
    return Map.of(
        DrawnVisits.visit(e.drawId(), e.subject()),
        Boolean.TRUE.equals(e.kept())
            ? new VisitCommand.KeepMember(e.inspector())
            : new VisitCommand.RecuseMember(
                e.inspector(), e.reason(), e.from() == null ? e.on() : e.from()));
  }

  private static Map<String, VisitCommand> refused(HandoverRefused e) {
    return Map.of(
        DrawnVisits.visit(e.drawId(), e.subject()),
        new ArrangementCommand.RefuseHandover(e.inspector(), e.why(), e.on()));
  }

  private static Map<String, VisitCommand> alternate(TeamChanged e) {
    return DrawnTeams.ofAlternate(e).commands();
  }

  private static Map<String, VisitCommand> voided(DrawVoided e) {
    Map<String, VisitCommand> commands = new LinkedHashMap<>();
    if (e.subjects() != null) {
      e.subjects()
          .forEach(subject ->
              commands.put(
                  DrawnVisits.visit(e.drawId(), subject),
                  new VisitCommand.CancelVisit(e.reason())));
    }
    return commands;
  }
}
