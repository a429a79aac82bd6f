package cn.doublerandom.draw.drawing;

import static cn.doublerandom.draw.PhaseRejection.DRAW_OVER;
import static cn.doublerandom.draw.PhaseRejection.DRAW_UNKNOWN;
import static cn.doublerandom.eventstore.decider.Decision.reject;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveRelease;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveTerms;
import cn.doublerandom.draw.drawing.DrawCommand.ApproveVoid;
import cn.doublerandom.draw.drawing.DrawCommand.CommitDraw;
import cn.doublerandom.draw.drawing.DrawCommand.ConfirmDeposit;
import cn.doublerandom.draw.drawing.DrawCommand.DepositSecret;
import cn.doublerandom.draw.drawing.DrawCommand.EndReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.ExecuteDraw;
import cn.doublerandom.draw.drawing.DrawCommand.FollowVisit;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeFrame;
import cn.doublerandom.draw.drawing.DrawCommand.FreezeTeams;
import cn.doublerandom.draw.drawing.DrawCommand.IssueWitnessCode;
import cn.doublerandom.draw.drawing.DrawCommand.NameWitness;
import cn.doublerandom.draw.drawing.DrawCommand.NoteOverdue;
import cn.doublerandom.draw.drawing.DrawCommand.NoteRecusals;
import cn.doublerandom.draw.drawing.DrawCommand.ObserveNumbers;
import cn.doublerandom.draw.drawing.DrawCommand.OpenDraw;
import cn.doublerandom.draw.drawing.DrawCommand.PromiseContribution;
import cn.doublerandom.draw.drawing.DrawCommand.ReleaseWitness;
import cn.doublerandom.draw.drawing.DrawCommand.RequestInspectorReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.RequestKeeping;
import cn.doublerandom.draw.drawing.DrawCommand.RequestSubjectReplacement;
import cn.doublerandom.draw.drawing.DrawCommand.RevealContribution;
import cn.doublerandom.draw.drawing.DrawCommand.SettleReplacement;
import cn.doublerandom.draw.drawing.DrawEvent.ContributionPromised;
import cn.doublerandom.draw.drawing.DrawEvent.ContributionRevealed;
import cn.doublerandom.draw.drawing.DrawEvent.DepositConfirmed;
import cn.doublerandom.draw.drawing.DrawEvent.DrawCommitted;
import cn.doublerandom.draw.drawing.DrawEvent.DrawExecuted;
import cn.doublerandom.draw.drawing.DrawEvent.DrawOpened;
import cn.doublerandom.draw.drawing.DrawEvent.DrawOverdue;
import cn.doublerandom.draw.drawing.DrawEvent.DrawVoided;
import cn.doublerandom.draw.drawing.DrawEvent.EntropyObserved;
import cn.doublerandom.draw.drawing.DrawEvent.FrameFrozen;
import cn.doublerandom.draw.drawing.DrawEvent.SecretDeposited;
import cn.doublerandom.draw.drawing.DrawEvent.TermsApproved;
import cn.doublerandom.draw.drawing.DrawEvent.VoidApproved;
import cn.doublerandom.draw.drawing.DrawEvent.WitnessCodeMissed;
import cn.doublerandom.draw.drawing.DrawEvent.WitnessNamed;
import cn.doublerandom.draw.drawing.DrawEvent.WitnessReleased;
import cn.doublerandom.draw.drawing.ReplacementEvent.InspectorReplaced;
import cn.doublerandom.draw.drawing.ReplacementEvent.KeepingRequested;
import cn.doublerandom.draw.drawing.ReplacementEvent.MemberKept;
import cn.doublerandom.draw.drawing.ReplacementEvent.MemberRecused;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementEnded;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementRequested;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementSettled;
import cn.doublerandom.draw.drawing.ReplacementEvent.ReplacementUndone;
import cn.doublerandom.draw.drawing.ReplacementEvent.SubjectReplaced;
import cn.doublerandom.draw.drawing.TaskDraws.Approval;
import cn.doublerandom.draw.drawing.TaskDraws.Committed;
import cn.doublerandom.draw.drawing.TaskDraws.Executed;
import cn.doublerandom.draw.drawing.TaskDraws.Frozen;
import cn.doublerandom.draw.drawing.TaskDraws.Sealed;
import cn.doublerandom.draw.drawing.TaskDraws.Undrawn;
import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.draw.protocol.Progress;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * 抽取的过程要确保公开、公正 (二(二), R29, R30, R76): lists and rules first, their hash in public second, chance
 * third, arithmetic last. A draw is never repeated; a void is approved twice and stays.
 */
public final class DrawDecider implements Decider<DrawCommand, DrawEvent, TaskDraws> {
  private final Progress progress;

  public DrawDecider() {
    this(Progress.UNSEEN);
  }

  /** The same rules, with somebody who looks on while teams are drawn. */
  public DrawDecider(Progress progress) {
    this.progress = progress;
  }

  @Override
  public TaskDraws initial() {
    return new Undrawn(Past.NONE);
  }

  @Override
  public Decision<DrawEvent> decide(DrawCommand command, TaskDraws draws) {
    return switch (command) {
      case FreezeFrame freeze -> Freezing.freeze(freeze, draws);
      case FreezeTeams c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case FreezeTeams freeze -> Freezing.freezeTeams(freeze, draws, progress);
      case ApproveTerms c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case ApproveTerms approve -> Terms.approve(approve, draws);
      case NameWitness c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case NameWitness name -> Naming.name(name, draws);
      case ReleaseWitness c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case ReleaseWitness release -> Releasing.release(release, draws);
      case ApproveRelease c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case ApproveRelease approve -> Releasing.approve(approve, draws);
      case DrawCommand.EndRelease c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case DrawCommand.EndRelease end -> Releasing.end(end, draws);
      case IssueWitnessCode c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case IssueWitnessCode issue -> Naming.issue(issue, draws);
      case PromiseContribution c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case PromiseContribution promise -> Preparing.promise(promise, draws);
      case DepositSecret c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case DepositSecret deposit -> Preparing.deposit(deposit, draws);
      case ConfirmDeposit c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case ConfirmDeposit confirm -> Preparing.confirm(confirm, draws);
      case CommitDraw c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case CommitDraw commit -> Committing.commit(commit, draws);
      case RevealContribution c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case RevealContribution reveal -> Executing.reveal(reveal, draws);
      case ObserveNumbers c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case ObserveNumbers observe -> Observing.observe(observe, draws);
      case ExecuteDraw c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case ExecuteDraw execute -> Executing.execute(execute, draws, progress);
      case OpenDraw c when !draws.isAbout(c.drawId()) -> notNow(c.drawId(), draws);
      case OpenDraw open -> Executing.open(open, draws);
      case ApproveVoid c when !draws.stands(c.drawId()) -> notNow(c.drawId(), draws);
      case ApproveVoid approve -> Voiding.approve(approve, draws);
      case DrawCommand.EndVoid c when !draws.stands(c.drawId()) -> notNow(c.drawId(), draws);
      case DrawCommand.EndVoid end -> VoidEnds.end(end, draws);
      case RequestSubjectReplacement c when !draws.stands(c.drawId()) -> notNow(c.drawId(), draws);
      case RequestSubjectReplacement request -> Replacing.request(request, draws);
      case RequestInspectorReplacement c when !draws.stands(c.drawId()) ->
          notNow(c.drawId(), draws);
      case RequestInspectorReplacement request -> Replacing.request(request, draws);
      case DrawCommand.HandOver handover -> HandingOver.request(handover, draws);
      case DrawCommand.DropHandover drop -> HandingOver.drop(drop, draws);
      case ApproveReplacement c when !draws.stands(c.drawId()) -> notNow(c.drawId(), draws);
      case ApproveReplacement approve -> Replacing.approve(approve, draws);
      case EndReplacement c when !draws.stands(c.drawId()) -> notNow(c.drawId(), draws);
      case EndReplacement end -> Replacing.end(end, draws);
      case NoteRecusals note -> Recusing.note(note, draws);
      case RequestKeeping c when !draws.stands(c.drawId()) -> notNow(c.drawId(), draws);
      case RequestKeeping keep -> Recusing.keep(keep, Replacing.draw(keep.drawId(), draws), draws);
      case SettleReplacement settle -> Replacing.settle(settle, draws);
      case FollowVisit follow -> Replacing.follow(follow, draws);
      case NoteOverdue note -> Executing.overdue(note, draws);
    };
  }

  /** Of a draw that is none, or is over: what was voided or followed stays to be read. */
  private static Decision<DrawEvent> notNow(String drawId, TaskDraws draws) {
    return DrawStreams.round(drawId).filter(round -> round < draws.nextRound()).isPresent()
        ? reject(DRAW_OVER)
        : reject(DRAW_UNKNOWN);
  }

  @Override
  public TaskDraws evolve(TaskDraws draws, DrawEvent event) {
    return event
        .ofEarlier()
        .filter(drawId -> !draws.isAbout(drawId))
        .map(drawId -> earlier(draws, drawId, event))
        .orElseGet(() -> current(draws, event));
  }

  /** What happens to a draw of an earlier batch leaves the one under way as it is. */
  private static TaskDraws earlier(TaskDraws draws, String drawId, DrawEvent event) {
    Past past = draws.past();
    return draws.withPast(
        current(draws.earlier(drawId).orElseThrow(), event) instanceof Executed changed
            ? past.with(changed)
            : past.withoutStanding(drawId));
  }

  private static TaskDraws current(TaskDraws draws, DrawEvent event) {
    return switch (event) {
      case FrameFrozen(var frame) ->
          new Frozen(
              frame,
              pastOf(draws, frame),
              declaredBefore(draws, frame)
                  .by(frame.frozenBy() == null ? null : frame.frozenBy().account()),
              Optional.empty());
      case TermsApproved approved -> Terms.approved((Frozen) draws, approved);
      case WitnessNamed named -> Naming.named(draws, named);
      case WitnessReleased released -> Releasing.released((Frozen) draws, released);
      case ReleaseEvent promised -> Releasing.evolve((Frozen) draws, promised);
      case WitnessCodeMissed missed -> draws;
      case ContributionPromised promised -> Preparing.promised((Frozen) draws, promised);
      case SecretDeposited laid -> Preparing.deposited((Frozen) draws, laid);
      case DepositConfirmed confirmed -> Preparing.confirmed((Frozen) draws);
      case DrawCommitted(var commit, var hash, var by) -> {
        Frozen frozen = (Frozen) draws;
        yield new Committed(
            frozen.frame(),
            frozen.past(),
            frozen.preparation().by(by),
            commit,
            hash,
            List.of(),
            Optional.empty(),
            List.of(),
            frozen.approval());
      }
      case ContributionRevealed revealed -> revealed((Committed) draws, revealed);
      case EntropyObserved observed -> Observing.observed(draws, observed);
      case DrawExecuted executed -> executed((Committed) draws, executed);
      case DrawOpened opened -> ((Sealed) draws).draw().by(opened.by());
      case VoidApproved(var by, var reason, var earlier) ->
          approved(draws, Optional.of(new Approval(by, reason)));
      case DrawEvent.VoidEnded ended -> approved(draws, Optional.empty());
      case DrawVoided voided -> Voiding.voided(draws);
      case ReplacementRequested r -> Replaced.requested((Executed) draws, r);
      case ReplacementEnded ended -> Replaced.ended((Executed) draws, ended);
      case ReplacementEvent.HandoverRefused refused -> draws;
      case MemberRecused recused -> Recusing.recused(draws, recused);
      case KeepingRequested k -> Recusing.asked((Executed) draws, k);
      case MemberKept k ->
          ((Executed) draws).with(((Executed) draws).roster().kept(k.subject(), k.inspector()));
      case SubjectReplaced r -> Replaced.replaced((Executed) draws, r);
      case InspectorReplaced r -> Replaced.replaced((Executed) draws, r);
      case ReplacementSettled settled -> Replaced.settled((Executed) draws, settled);
      case ReplacementUndone undone -> Replaced.undone((Executed) draws, undone);
      case DrawOverdue overdue -> draws;
    };
  }

  /** Where only teams are drawn again, the frozen recusals stay those of the draw before. */
  private static Preparation declaredBefore(TaskDraws draws, FrozenFrame next) {
    return next.continues() != null && draws instanceof Executed parent
        ? Preparation.NONE.with(parent.roster().recusals())
        : Preparation.NONE;
  }

  /**
   * A draw whose teams are drawn again, or whose next batch begins, stays behind as it is. Tasks of
   * old began anew where the teams drawn again were voided; what came before is no batch.
   */
  private static Past pastOf(TaskDraws draws, FrozenFrame next) {
    return switch (draws) {
      case Executed parent when next.continues() != null || parent.isBehindVoidedTeams() ->
          parent.past().and(parent);
      case Executed batch -> batch.past().andBatch(batch);
      case Undrawn undrawn -> undrawn.past();
      case Frozen frozen -> frozen.past();
      case Committed committed -> committed.past();
      case Sealed sealed -> sealed.past();
    };
  }

  /** In the order of the witnesses, whoever was first: the order must not be a choice. */
  private static Committed revealed(Committed draw, ContributionRevealed fresh) {
    List<Entropy.Contribution> known = new ArrayList<>(draw.contributions());
    known.add(fresh.contribution());
    List<Entropy.Contribution> ordered =
        Executing.witnesses(draw).stream()
            .flatMap(w -> known.stream().filter(c -> c.by().equals(w.by())))
            .toList();
    return draw.with(ordered, Optional.ofNullable(fresh.revealedAt()).map(Instant::parse));
  }

  private static TaskDraws executed(Committed draw, DrawExecuted executed) {
    Executed done =
        new Executed(
            draw.frame(),
            draw.past(),
            draw.commit(),
            draw.commitHash(),
            executed.result(),
            executed.resultHash(),
            executed.certificate(),
            Optional.ofNullable(executed.salt()),
            executed.executedOn(),
            Roster.of(executed.result(), draw.preparation().recusals()),
            Observing.touchedBy(draw, executed.by()),
            draw.preparation().terms(),
            draw.observed(),
            Optional.empty());
    return executed.salt() == null ? done : new Sealed(done, Optional.empty());
  }

  private static TaskDraws approved(TaskDraws draws, Optional<Approval> approval) {
    return switch (draws) {
      case Frozen frozen ->
          new Frozen(frozen.frame(), frozen.past(), frozen.preparation(), approval);
      case Committed committed -> committed.voiding(approval);
      case Sealed sealed -> new Sealed(sealed.draw(), approval);
      case Executed executed -> executed.voiding(approval);
      case Undrawn undrawn -> undrawn;
    };
  }
}
