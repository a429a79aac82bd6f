package cn.doublerandom.inspection.kafka;

import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.inbox.Inbox;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** An executed draw becomes one visit per drawn subject, all of them or none. */
@ApplicationScoped
class DrawListener {
  private final Inbox inbox;
  private final Clock clock;
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;

  @Inject
  DrawListener(Inbox inbox, Clock clock, CommandHandler<VisitCommand, VisitEvent, Visit> visits) {
    this.inbox = inbox;
    this.clock = clock;
    this.visits = visits;
    inbox.subscribe("draw.events.v1", Integration.in(DrawExecuted.class), this::apply);
  }

  @Incoming("draw-events")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    return Integration.read(message, DrawExecuted.class)
        .map(draw ->
            visits
                .over(store)
                .handleAll(commands(draw), Integration.context(message, clock))
                .invoke(DrawListener::requireAll)
                .replaceWithVoid())
        .orElse(Uni.createFrom().voidItem());
  }

  private static void requireAll(Map<String, Handled<VisitEvent, Visit>> outcomes) {
    outcomes.forEach((stream, outcome) -> {
      if (!(outcome instanceof Handled.Done<VisitEvent, Visit>)) {
        throw new IllegalStateException(stream + " could not be assigned");
      }
    });
  }

  private static Map<String, VisitCommand> commands(DrawExecuted draw) {
    Map<String, VisitCommand> commands = new LinkedHashMap<>();
    for (DrawExecuted.Team team : draw.teams()) {
      String visitId = draw.drawId() + "-" + team.subject();
      commands.put(
          VisitStreams.VISIT + visitId,
          new VisitCommand.AssignVisit(
              new Assignment(
                  visitId,
                  draw.drawId(),
                  draw.planId(),
                  draw.taskId(),
                  team.subject(),
                  team.inspectors(),
                  draw.items().stream().map(i -> new Assignment.Item(i.code(), i.name())).toList(),
                  draw.checkFrom(),
                  draw.checkTo())));
    }
    return commands;
  }
}
