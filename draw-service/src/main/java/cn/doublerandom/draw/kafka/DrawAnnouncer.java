package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.PlanPublished;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells the others of plans and draws. */
@ApplicationScoped
class DrawAnnouncer implements Announcer {
  private static final String TOPIC = "draw.events.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  DrawAnnouncer(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.plans = plans;
    this.draws = draws;
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    return integrationEvent(event)
        .map(e -> List.of(Integration.announcement(TOPIC, event.stream(), e)))
        .orElse(List.of());
  }

  private Optional<IntegrationEvent> integrationEvent(StoredEvent event) {
    if (event.stream().startsWith(DrawStreams.PLAN)) {
      return plans.decode(event) instanceof PlanEvent.PlanPublished
          ? Optional.of(plan(event))
          : Optional.empty();
    } else if (event.stream().startsWith(DrawStreams.TASK)) {
      return draw(event);
    }
    return Optional.empty();
  }

  private IntegrationEvent plan(StoredEvent event) {
    AnnualPlan plan = plans.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
    if (!(plan instanceof AnnualPlan.Published(var table, var scopes, var on))) {
      throw new IllegalStateException("a published plan is not published");
    }
    return new PlanPublished(
        event.stream().substring(DrawStreams.PLAN.length()),
        table.issuer(),
        table.title(),
        table.tableDate(),
        on,
        table.tasks().stream().map(DrawAnnouncer::row).toList());
  }

  private static PlanPublished.Task row(PlanTask t) {
    return new PlanPublished.Task(
        t.planNumber(),
        t.planName(),
        t.taskNumber(),
        t.taskName(),
        t.drawType().name(),
        t.rate(),
        t.items(),
        t.scope(),
        t.leadUnit(),
        t.jointUnit(),
        t.drawPeriod(),
        t.drawFrom(),
        t.drawTo());
  }

  private Optional<IntegrationEvent> draw(StoredEvent event) {
    return switch (draws.decode(event)) {
      case DrawEvent.FrameFrozen frozen -> Optional.empty();
      case DrawEvent.ContributionRevealed revealed -> Optional.empty();
      case DrawEvent.EntropyObserved observed -> Optional.empty();
      case DrawEvent.VoidApproved approved -> Optional.empty();
      case DrawEvent.DrawCommitted(Commit c, var hash) ->
          Optional.of(
              new DrawCommitted(
                  c.drawId(),
                  c.planId(),
                  c.taskId(),
                  c.round(),
                  hash,
                  frameSize(c),
                  c.executeBy()));
      case DrawEvent.DrawExecuted executed -> Optional.of(executed(event, executed));
      case DrawEvent.DrawVoided(var reason, var requestedBy, var approvedBy) ->
          Optional.of(new DrawVoided(voidedDraw(event), reason, requestedBy, approvedBy, ""));
    };
  }

  private static long frameSize(Commit commit) {
    return switch (commit.stage()) {
      case Commit.Stage.Whole whole -> whole.frameSize();
      case Commit.Stage.TeamsOnly teams -> 0;
    };
  }

  private IntegrationEvent executed(StoredEvent event, DrawEvent.DrawExecuted executed) {
    if (!(draws.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT)
        instanceof TaskDraws.Executed draw)) {
      throw new IllegalStateException("an executed draw is not executed");
    }
    return new DrawExecuted(
        draw.frame().drawId(),
        draw.frame().planId(),
        draw.frame().taskId(),
        draw.frame().round(),
        draw.commitHash(),
        draw.resultHash(),
        draw.frame().lists().frame().size(),
        draw.result().selected(),
        draw.result().teams().stream()
            .map(t -> new DrawExecuted.Team(t.subject(), t.inspectors()))
            .toList(),
        draw.frame().items().stream().map(i -> new DrawExecuted.Item(i.code(), i.name())).toList(),
        draw.frame().checkFrom(),
        draw.frame().checkTo(),
        executed.executedOn());
  }

  private String voidedDraw(StoredEvent event) {
    TaskDraws draws =
        this.draws.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
    int round = draws instanceof TaskDraws.Undrawn undrawn ? undrawn.rounds() : 0;
    return event.stream().substring(DrawStreams.TASK.length()) + "-" + round;
  }
}
