package cn.doublerandom.draw.kafka;

import cn.doublerandom.contracts.ContributionRevealed;
import cn.doublerandom.contracts.DrawCommitted;
import cn.doublerandom.contracts.DrawExecuted;
import cn.doublerandom.contracts.DrawOverdue;
import cn.doublerandom.contracts.DrawVoided;
import cn.doublerandom.contracts.IntegrationEvent;
import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.Chance;
import cn.doublerandom.draw.drawing.CombinedDraw;
import cn.doublerandom.draw.drawing.CommitSeen;
import cn.doublerandom.draw.drawing.DrawCommand;
import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.FrozenFrame;
import cn.doublerandom.draw.drawing.ReleaseEvent;
import cn.doublerandom.draw.drawing.ReplacementEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.TermsWords;
import cn.doublerandom.draw.programme.Programme;
import cn.doublerandom.draw.programme.ProgrammeCommand;
import cn.doublerandom.draw.programme.ProgrammeEvent;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the others of plans and draws. */
@ApplicationScoped
class DrawAnnouncer implements Announcer {
  private static final String TOPIC = "draw.events.v1";
  private static final Duration SQL_TIMEOUT = Duration.ofSeconds(30);

  private final PlanTellings plans;
  private final CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes;
  private final CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws;

  @Inject
  DrawAnnouncer(
      PlanTellings plans,
      CommandHandler<ProgrammeCommand, ProgrammeEvent, Programme> programmes,
      CommandHandler<DrawCommand, DrawEvent, TaskDraws> draws) {
    this.plans = plans;
    this.programmes = programmes;
    this.draws = draws;
  }

  @Override
  public Announcer within(EventStore own) {
    return new DrawAnnouncer(plans.over(own), programmes.over(own), draws.over(own));
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    return integrationEvent(event)
        .map(e -> List.of(Integration.announcement(TOPIC, event.stream(), e)))
        .orElse(List.of());
  }

  private Optional<IntegrationEvent> integrationEvent(StoredEvent event) {
    return DrawStreams.TASK.has(event.stream()) ? draw(event) : plans.of(event);
  }

  private Optional<IntegrationEvent> draw(StoredEvent event) {
    return switch (draws.glance(event)) {
      case DrawEvent.FrameFrozen frozen -> Optional.empty();
      case DrawEvent.TermsApproved approved -> Optional.empty();
      case DrawEvent.WitnessNamed named -> Optional.empty();
      case DrawEvent.WitnessReleased released -> Optional.empty();
      case ReleaseEvent promised -> Optional.empty();
      case DrawEvent.WitnessCodeMissed missed -> Optional.empty();
      case DrawEvent.ContributionPromised promised -> Optional.empty();
      case DrawEvent.SecretDeposited laid -> Optional.empty();
      case DrawEvent.DepositConfirmed confirmed -> Optional.empty();
      case DrawEvent.ContributionRevealed revealed -> revealed(event, revealed);
      case DrawEvent.EntropyObserved observed -> Optional.empty();
      case DrawEvent.VoidApproved approved -> Optional.empty();
      case DrawEvent.VoidEnded ended -> Optional.empty();
      case ReplacementEvent.ReplacementRequested requested -> Optional.empty();
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
      case DrawEvent.DrawVoided voided -> Optional.of(voided(voided, event));
      case ReplacementEvent.SubjectReplaced r ->
          Optional.of(
              changed(drawn(event, r), r.alternate(), r.inspectors(), DrawTellings.Why.of(r)));
      case ReplacementEvent.InspectorReplaced r ->
          Optional.of(
              changed(drawn(event, r), r.subject(), r.inspectors(), DrawTellings.Why.of(r)));
      case ReplacementEvent.ReplacementSettled settled -> Optional.empty();
      case ReplacementEvent.ReplacementEnded ended ->
          told(event, ended).flatMap(draw -> HandoverTellings.ended(draw, ended));
      case ReplacementEvent.HandoverRefused refused ->
          told(event, refused).map(draw -> HandoverTellings.refused(draw, refused));
      case ReplacementEvent.MemberRecused recused ->
          told(event, recused).flatMap(draw -> DrawTellings.recused(draw, recused));
      case ReplacementEvent.KeepingRequested requested -> Optional.empty();
      case ReplacementEvent.MemberKept kept ->
          told(event, kept).map(draw -> DrawTellings.kept(draw, kept));
      case ReplacementEvent.ReplacementUndone undone ->
          told(event, undone).flatMap(draw -> DrawTellings.undone(draw, undone));
      case DrawEvent.DrawOverdue(var due) ->
          Optional.of(new DrawOverdue(stateAfter(event).current().orElseThrow().drawId(), due));
    };
  }

  /** A reveal from before witnesses had accounts was told to nobody. */
  private Optional<IntegrationEvent> revealed(
      StoredEvent event, DrawEvent.ContributionRevealed revealed) {
    CommitSeen seen = revealed.seen();
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

  private IntegrationEvent voided(DrawEvent.DrawVoided voided, StoredEvent event) {
    TaskDraws after = stateAfter(event);
    String drawId = voided.ofEarlier().orElseGet(() -> roundOf(event, after.past().rounds()));
    return new DrawVoided(
        drawId,
        voided.reason(),
        voided.requestedBy(),
        voided.approvedBy(),
        Objects.requireNonNullElse(voided.wouldBeResultHash(), ""),
        voided.teams() == null ? null : List.copyOf(voided.teams().keySet()),
        after.executed(drawId).map(DrawTellings::parentOf).orElse(null),
        after.executed(drawId).map(DrawTellings::replaced).orElse(null));
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
        after.current().map(DrawTellings::excludedByHand).orElse(null),
        DrawTellings.terms(after).map(TermsWords::of).orElse(null),
        DrawTellings.terms(after).map(TermsWords::inEnglish).orElse(null),
        Chance.inEnglish(commit.entropy()));
  }

  private TaskDraws stateAfter(StoredEvent event) {
    return draws.stateAt(event.stream(), event.version()).await().atMost(SQL_TIMEOUT);
  }

  private TaskDraws.Executed drawn(StoredEvent event, DrawEvent change) {
    return told(event, change)
        .orElseThrow(() -> new IllegalStateException("only an executed draw is opened or changed"));
  }

  /** The draw an event is about, where everybody knows it. */
  private Optional<TaskDraws.Executed> told(StoredEvent event, DrawEvent about) {
    TaskDraws after = stateAfter(event);
    return about
        .ofEarlier()
        .flatMap(after::executed)
        .or(() -> after instanceof TaskDraws.Executed draw ? Optional.of(draw) : Optional.empty());
  }

  private static String roundOf(StoredEvent event, int round) {
    return DrawStreams.TASK.id(event.stream()) + "-" + round;
  }

  private static long frameSize(Commit commit) {
    return switch (commit.stage()) {
      case Commit.Stage.Whole whole -> whole.frameSize();
      case Commit.Stage.TeamsOnly teams -> 0;
    };
  }

  private IntegrationEvent changed(
      TaskDraws.Executed draw, String subject, List<String> inspectors, DrawTellings.Why why) {
    return DrawTellings.changed(draw, subject, inspectors, why, programmeOf(draw));
  }

  private IntegrationEvent opened(TaskDraws.Executed draw, LocalDate openedOn) {
    return DrawTellings.opened(draw, openedOn, programmeOf(draw));
  }

  /** As it was when the frame was frozen; in draws from before it was kept, as it is. */
  private DrawExecuted.@Nullable Programme programmeOf(TaskDraws.Executed draw) {
    return Optional.ofNullable(draw.frame().programme())
        .or(() -> published(draw))
        .map(p ->
            new DrawExecuted.Programme(p.documentNumber(), p.title(), p.checkFrom(), p.checkTo()))
        .orElse(null);
  }

  /** It was public before the frame was frozen (R28). */
  private Optional<FrozenFrame.Programme> published(TaskDraws.Executed draw) {
    String stream =
        DrawStreams.programme(
            draw.frame().drawId().substring(0, draw.frame().drawId().indexOf('-')),
            draw.frame().planId() + "-" + draw.frame().taskId(),
            draw.past().batches() + 1);
    return programmes.load(stream).await().atMost(SQL_TIMEOUT).state()
            instanceof Programme.Published(var content, var approvedOn, var publishedOn, var by)
        ? Optional.of(FrozenFrame.Programme.of(content))
        : Optional.empty();
  }
}
