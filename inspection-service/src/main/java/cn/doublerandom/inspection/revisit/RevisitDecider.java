package cn.doublerandom.inspection.revisit;

import cn.doublerandom.draw.protocol.Entropy;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.revisit.RevisitCommand.CommitSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.ConfirmRevisit;
import cn.doublerandom.inspection.revisit.RevisitCommand.DrawSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.FreezeSample;
import cn.doublerandom.inspection.revisit.RevisitCommand.PromiseValue;
import cn.doublerandom.inspection.revisit.RevisitCommand.RecordFinding;
import cn.doublerandom.inspection.revisit.RevisitCommand.RevealValue;
import cn.doublerandom.inspection.revisit.RevisitCommand.VoidSample;
import cn.doublerandom.inspection.revisit.RevisitEvent.RevisitConfirmed;
import cn.doublerandom.inspection.revisit.RevisitEvent.RevisitFound;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleCommitted;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleDrawn;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleFrozen;
import cn.doublerandom.inspection.revisit.RevisitEvent.SamplePromised;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleRevealed;
import cn.doublerandom.inspection.revisit.RevisitEvent.SampleVoided;
import cn.doublerandom.inspection.revisit.Sample.Committed;
import cn.doublerandom.inspection.revisit.Sample.Drawn;
import cn.doublerandom.inspection.revisit.Sample.Frozen;
import cn.doublerandom.inspection.revisit.Sample.Voided;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** 回头看 of one task: a sample nobody could choose, seen again by two who were not there. */
public final class RevisitDecider implements Decider<RevisitCommand, RevisitEvent, TaskRevisits> {
  @Override
  public TaskRevisits initial() {
    return TaskRevisits.NONE;
  }

  @Override
  public Decision<RevisitEvent> decide(RevisitCommand command, TaskRevisits known) {
    return switch (command) {
      case FreezeSample freeze -> Drawing.freeze(freeze, known);
      case PromiseValue promise -> Drawing.promise(promise, known.last());
      case CommitSample commit -> Drawing.commit(commit, known.last());
      case RevealValue reveal -> Drawing.reveal(reveal, known.last());
      case DrawSample draw -> Drawing.draw(draw, known.last());
      case VoidSample given -> Drawing.abandon(given, known.last());
      case RecordFinding finding -> Revisiting.record(finding, known.last());
      case ConfirmRevisit confirm -> Revisiting.confirm(confirm, known.last());
    };
  }

  @Override
  public TaskRevisits evolve(TaskRevisits known, RevisitEvent event) {
    return switch (event) {
      case SampleFrozen(var sample) -> known.and(new Frozen(sample, List.of()));
      case SamplePromised(var sample, var by, var commitment) ->
          known.now(promised(known, new Entropy.Witness(by, commitment)));
      case SampleCommitted(var sample, var commit, var hash, var by) -> {
        Frozen frozen = (Frozen) known.samples().getLast();
        yield known.now(new Committed(frozen.frozen(), commit, frozen.promises(), List.of()));
      }
      case SampleRevealed(var sample, var contribution) -> known.now(revealed(known, contribution));
      case SampleDrawn drawn ->
          known.now(Drawing.drawn((Committed) known.samples().getLast(), drawn));
      case SampleVoided(var sample, var reason, var by) ->
          known.now(new Voided(known.samples().getLast().frozen(), reason, by));
      case RevisitFound(var visit, var finding, var by) ->
          changed(known, visit, one -> one.with(finding, by));
      case RevisitConfirmed(var visit, var by, var on, var first) ->
          changed(known, visit, one -> one.with(new Revisit.Confirmed(by, on, first)));
    };
  }

  private static Frozen promised(TaskRevisits known, Entropy.Witness promise) {
    Frozen frozen = (Frozen) known.samples().getLast();
    List<Entropy.Witness> all = new ArrayList<>(frozen.promises());
    all.add(promise);
    return new Frozen(frozen.frozen(), all);
  }

  private static Committed revealed(TaskRevisits known, Entropy.Contribution contribution) {
    Committed committed = (Committed) known.samples().getLast();
    List<Entropy.Contribution> all = new ArrayList<>(committed.revealed());
    all.add(contribution);
    return new Committed(committed.frozen(), committed.commit(), committed.promises(), all);
  }

  private static TaskRevisits changed(
      TaskRevisits known, String visitId, UnaryOperator<Revisit> change) {
    Drawn drawn = (Drawn) known.samples().getLast();
    return known.now(drawn.with(change.apply(drawn.revisit(visitId).orElseThrow())));
  }
}
