package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.PlanDeadlineAlarmed;
import cn.doublerandom.contracts.PlanPublished;
import cn.doublerandom.contracts.ProgrammePublished;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.plan.AnnualPlan;
import cn.doublerandom.draw.plan.DeadlineCommand;
import cn.doublerandom.draw.plan.DeadlineEvent;
import cn.doublerandom.draw.plan.PlanCommand;
import cn.doublerandom.draw.plan.PlanDeadline;
import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.draw.plan.PlanTask;
import cn.doublerandom.draw.programme.Batch;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.StoredEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What others hear of plans, their deadlines and programmes. */
@ApplicationScoped
class PlanTellings {
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>>
      deadlines;
  private final CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes;

  @Inject
  PlanTellings(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>> deadlines,
      CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes) {
    this.plans = plans;
    this.deadlines = deadlines;
    this.programmes = programmes;
  }

  /** The same over the streams of one bureau. */
  PlanTellings over(EventStore own) {
    return new PlanTellings(plans.over(own), deadlines.over(own), programmes.over(own));
  }

  /** Of an event of a plan, a deadline or a programme; empty where nobody else is told. */
  Optional<IntegrationEvent> of(StoredEvent event) {
    if (DrawStreams.PLAN.has(event.stream())) {
      return plans.decode(event) instanceof PlanEvent.PlanPublished
          ? Optional.of(plan(event))
          : Optional.empty();
    } else if (DrawStreams.DEADLINE.has(event.stream())) {
      return Optional.of(alarm(event));
    }
    return DrawStreams.PROGRAMME.has(event.stream()) ? programme(event) : Optional.empty();
  }

  private IntegrationEvent alarm(StoredEvent event) {
    return switch (deadlines.decode(event)) {
      case DeadlineEvent.DeadlineAlarmed(var step, var state, var due, var on, var doneOn) ->
          new PlanDeadlineAlarmed(
              DrawStreams.DEADLINE.id(event.stream()), step, state.name(), due, on, doneOn);
    };
  }

  private Optional<IntegrationEvent> programme(StoredEvent event) {
    return switch (programmes.decode(event)) {
      case ProgrammeEvent.ProgrammeDrafted drafted -> Optional.empty();
      case ProgrammeEvent.ProgrammeReturned returned -> Optional.empty();
      case ProgrammeEvent.ProgrammeApproved approved -> Optional.empty();
      case ProgrammeEvent.ProgrammePublished(var on, var batch) ->
          Optional.ofNullable(batch).map(of -> programme(event, of));
    };
  }

  private IntegrationEvent programme(StoredEvent event, Batch batch) {
    String id = DrawStreams.PROGRAMME.id(event.stream());
    Programme programme =
        programmes.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
    if (!(programme
        instanceof Programme.Published(var content, var approvedOn, var publishedOn, var by))) {
      throw new IllegalStateException("a published programme is not published");
    }
    String bureau = id.substring(0, id.indexOf('-'));
    return new ProgrammePublished(
        id,
        DrawStreams.planKey(bureau, batch.planNumber()),
        batch.planNumber(),
        batch.taskNumber(),
        batch.number(),
        content.title(),
        content.documentNumber(),
        content.items(),
        content.checkFrom(),
        content.checkTo(),
        content.teams(),
        content.training(),
        content.method(),
        content.contact(),
        approvedOn,
        publishedOn);
  }

  private IntegrationEvent plan(StoredEvent event) {
    AnnualPlan plan = plans.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
    if (!(plan instanceof AnnualPlan.Published published)) {
      throw new IllegalStateException("a published plan is not published");
    }
    PlanTable table = published.content().table();
    return new PlanPublished(
        DrawStreams.PLAN.id(event.stream()),
        table.issuer(),
        table.title(),
        table.tableDate(),
        Objects.requireNonNull(published.dates().publishedOn()),
        table.tasks().stream().map(PlanTellings::row).toList(),
        published.version(),
        adjustedFor(event).orElse(null),
        published.dates().documentNumber());
  }

  /** An adjustment is approved and published in one decision: why stands two events before. */
  private Optional<String> adjustedFor(StoredEvent event) {
    if (event.version() <= 2) {
      return Optional.empty();
    }
    AnnualPlan before =
        plans.stateAt(event.stream(), event.version() - 2).await().atMost(SQL_TIMEOUT);
    return before instanceof AnnualPlan.Adjusting adjusting
        ? Optional.of(adjusting.reason())
        : Optional.empty();
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
        t.drawTo(),
        t.batches() == 1 ? null : t.batches());
  }
}
