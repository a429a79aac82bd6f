package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.ContributionRevealed;
import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOverdue;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.contracts.PlanDeadlineAlarmed;
import cn.doublerandom.contracts.PlanPublished;
import cn.doublerandom.contracts.ProgrammePublished;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.Chance;
import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.TaskDraws;
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
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.Announcement;
import cn.doublerandom.eventstore.ledger.Announcer;
import cn.doublerandom.servicekit.messaging.Integration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the others of plans and draws. */
@ApplicationScoped
class DrawAnnouncer implements Announcer {
  private static final String TOPIC = "draw.events.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans;
  private final CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>>
      deadlines;
  private final CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  DrawAnnouncer(
      CommandHandler<PlanCommand, PlanEvent, AnnualPlan> plans,
      CommandHandler<DeadlineCommand, DeadlineEvent, Map<String, PlanDeadline.State>> deadlines,
      CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.plans = plans;
    this.deadlines = deadlines;
    this.programmes = programmes;
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
    } else if (event.stream().startsWith(DrawStreams.DEADLINE)) {
      return Optional.of(alarm(event));
    } else if (event.stream().startsWith(DrawStreams.PROGRAMME)) {
      return programme(event);
    } else if (event.stream().startsWith(DrawStreams.TASK)) {
      return draw(event);
    }
    return Optional.empty();
  }

  private IntegrationEvent alarm(StoredEvent event) {
    return switch (deadlines.decode(event)) {
      case DeadlineEvent.DeadlineAlarmed(var step, var state, var due, var on) ->
          new PlanDeadlineAlarmed(
              event.stream().substring(DrawStreams.DEADLINE.length()), step, state.name(), due, on);
    };
  }

  private Optional<IntegrationEvent> programme(StoredEvent event) {
    return switch (programmes.decode(event)) {
      case ProgrammeEvent.ProgrammeDrafted drafted -> Optional.empty();
      case ProgrammeEvent.ProgrammeApproved approved -> Optional.empty();
      case ProgrammeEvent.ProgrammePublished(var on, var batch) ->
          Optional.ofNullable(batch).map(of -> programme(event, of));
    };
  }

  private IntegrationEvent programme(StoredEvent event, Batch batch) {
    String id = event.stream().substring(DrawStreams.PROGRAMME.length());
    Programme programme =
        programmes.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
    if (!(programme instanceof Programme.Published(var content, var approvedOn, var publishedOn))) {
      throw new IllegalStateException("a published programme is not published");
    }
    String region = id.substring(0, id.indexOf('-'));
    return new ProgrammePublished(
        id,
        DrawStreams.planKey(region, batch.planNumber()),
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
        event.stream().substring(DrawStreams.PLAN.length()),
        table.issuer(),
        table.title(),
        table.tableDate(),
        Objects.requireNonNull(published.dates().publishedOn()),
        table.tasks().stream().map(DrawAnnouncer::row).toList(),
        published.version(),
        adjustedFor(event).orElse(null));
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
        t.drawTo());
  }

  private Optional<IntegrationEvent> draw(StoredEvent event) {
    return switch (draws.decode(event)) {
      case DrawEvent.FrameFrozen frozen -> Optional.empty();
      case DrawEvent.WitnessNamed named -> Optional.empty();
      case DrawEvent.WitnessReleased released -> Optional.empty();
      case DrawEvent.WitnessCodeMissed missed -> Optional.empty();
      case DrawEvent.ContributionPromised promised -> Optional.empty();
      case DrawEvent.SecretDeposited laid -> Optional.empty();
      case DrawEvent.DepositConfirmed confirmed -> Optional.empty();
      case DrawEvent.ContributionRevealed revealed -> revealed(event, revealed);
      case DrawEvent.EntropyObserved observed -> Optional.empty();
      case DrawEvent.VoidApproved approved -> Optional.empty();
      case DrawEvent.ReplacementRequested requested -> Optional.empty();
      case DrawEvent.DrawCommitted(Commit c, var hash, var by) ->
          Optional.of(committed(event, c, hash));
      case DrawEvent.DrawExecuted executed ->
          Optional.of(
              switch (stateAfter(event)) {
                case TaskDraws.Executed draw -> DrawTellings.executed(draw, programmeOf(draw));
                case TaskDraws.Sealed sealed -> DrawTellings.sealed(sealed);
                case TaskDraws other ->
                    throw new IllegalStateException("an executed draw is not executed");
              });
      case DrawEvent.DrawOpened opened ->
          Optional.of(opened(drawn(event, opened), opened.openedOn()));
      case DrawEvent.DrawVoided voided ->
          Optional.of(
              new DrawVoided(
                  voided
                      .ofEarlier()
                      .orElseGet(() -> roundOf(event, stateAfter(event).past().rounds())),
                  voided.reason(),
                  voided.requestedBy(),
                  voided.approvedBy(),
                  Objects.requireNonNullElse(voided.wouldBeResultHash(), ""),
                  voided.teams() == null ? null : List.copyOf(voided.teams().keySet())));
      case DrawEvent.SubjectReplaced r ->
          Optional.of(
              changed(
                  drawn(event, r), r.alternate(), r.inspectors(), r.reason(), r.on(), r.subject()));
      case DrawEvent.InspectorReplaced r ->
          Optional.of(
              changed(drawn(event, r), r.subject(), r.inspectors(), r.reason(), r.on(), null));
      case DrawEvent.MemberRecused recused -> Optional.empty();
      case DrawEvent.KeepingRequested requested -> Optional.empty();
      case DrawEvent.MemberKept kept -> Optional.empty();
      // The visit said so itself, and told everybody.
      case DrawEvent.ReplacementUndone undone -> Optional.empty();
      case DrawEvent.DrawOverdue(var due) ->
          Optional.of(new DrawOverdue(stateAfter(event).current().orElseThrow().drawId(), due));
    };
  }

  /** A reveal from before witnesses had accounts was told to nobody. */
  private Optional<IntegrationEvent> revealed(
      StoredEvent event, DrawEvent.ContributionRevealed revealed) {
    DrawEvent.Seen seen = revealed.seen();
    if (seen == null || !(stateAfter(event) instanceof TaskDraws.Committed draw)) {
      return Optional.empty();
    }
    return Optional.of(
        new ContributionRevealed(
            draw.frame().drawId(),
            draw.commitHash(),
            revealed.contribution().by(),
            revealed.contribution().nonce(),
            revealed.contribution().value(),
            Objects.requireNonNullElse(revealed.pseudonym(), ""),
            Metadata.of(event).recordedAt().toString(),
            new ContributionRevealed.Checkpoint(seen.size(), seen.root())));
  }

  private IntegrationEvent committed(StoredEvent event, Commit commit, String hash) {
    TaskDraws after = stateAfter(event);
    return new DrawCommitted(
        commit.drawId(),
        commit.planId(),
        commit.taskId(),
        commit.round(),
        hash,
        frameSize(commit),
        commit.executeBy(),
        after
            .current()
            .map(FrozenFrame::combined)
            .map(c -> c.parts().stream().map(CombinedDraw.Part::task).toList())
            .orElse(null),
        DrawTellings.witnesses(after),
        Chance.restsOn(commit.entropy()),
        after.current().map(DrawTellings::excludedByHand).orElse(null));
  }

  private TaskDraws stateAfter(StoredEvent event) {
    return draws.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
  }

  private TaskDraws.Executed drawn(StoredEvent event, DrawEvent change) {
    TaskDraws after = stateAfter(event);
    return change
        .ofEarlier()
        .flatMap(after::executed)
        .or(() -> after instanceof TaskDraws.Executed draw ? Optional.of(draw) : Optional.empty())
        .orElseThrow(() -> new IllegalStateException("only an executed draw is opened or changed"));
  }

  private static String roundOf(StoredEvent event, int round) {
    return event.stream().substring(DrawStreams.TASK.length()) + "-" + round;
  }

  private static long frameSize(Commit commit) {
    return switch (commit.stage()) {
      case Commit.Stage.Whole whole -> whole.frameSize();
      case Commit.Stage.TeamsOnly teams -> 0;
    };
  }

  private IntegrationEvent changed(
      TaskDraws.Executed draw,
      String subject,
      List<String> inspectors,
      String reason,
      LocalDate on,
      @Nullable String replaces) {
    return DrawTellings.changed(
        draw, subject, inspectors, new DrawTellings.Why(reason, on, replaces), programmeOf(draw));
  }

  private IntegrationEvent opened(TaskDraws.Executed draw, LocalDate openedOn) {
    return DrawTellings.opened(draw, openedOn, programmeOf(draw));
  }

  /** The programme of a draw's batch; it was public before the frame was frozen (R28). */
  private DrawExecuted.@Nullable Programme programmeOf(TaskDraws.Executed draw) {
    String stream =
        DrawStreams.programme(
            draw.frame().drawId().substring(0, draw.frame().drawId().indexOf('-')),
            draw.frame().planId() + "-" + draw.frame().taskId(),
            draw.past().batches() + 1);
    return programmes.load(stream).await().atMost(SQL_TIMEOUT).state()
            instanceof Programme.Published(var content, var approvedOn, var publishedOn)
        ? new DrawExecuted.Programme(
            content.documentNumber(), content.title(), content.checkFrom(), content.checkTo())
        : null;
  }
}
