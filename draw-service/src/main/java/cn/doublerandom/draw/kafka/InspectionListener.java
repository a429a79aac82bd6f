package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.TeamChangeRefused;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandHandler;
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

/** Follows the visits where they refuse a change: draw and inspection never disagree. */
@ApplicationScoped
class InspectionListener {
  private final Inbox inbox;
  private final Clock clock;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  InspectionListener(
      Inbox inbox, Clock clock, CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.inbox = inbox;
    this.clock = clock;
    this.draws = draws;
    inbox.subscribe("inspection.events.v1", Integration.in(TeamChangeRefused.class), this::apply);
  }

  @Incoming("inspection-events")
  Uni<Void> on(ConsumerRecords<String, String> batch) {
    return Integration.receive(inbox, batch);
  }

  private Uni<Void> apply(InboxRecord message, EventStore store) {
    return Integration.read(message, TeamChangeRefused.class)
        .map(e ->
            draws
                .over(store)
                .handle(
                    DrawStreams.taskOfDraw(e.drawId()),
                    new DrawCommand.FollowVisit(
                        e.drawId(),
                        e.subject(),
                        e.inspectors(),
                        Optional.ofNullable(e.alternate()),
                        e.why(),
                        e.on()),
                    Integration.context(message, clock))
                .replaceWithVoid())
        .orElse(Uni.createFrom().voidItem());
  }
}
