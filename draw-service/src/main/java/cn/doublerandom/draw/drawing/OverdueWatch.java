package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.DrawStreams;
import cn.doublerandom.draw.protocol.Commit;
import cn.doublerandom.eventstore.decider.ProcessRules;
import java.time.Instant;
import java.util.List;

/** Every commit ends by executeBy and every seal by openBy (protocol §2): the clock watches. */
public final class OverdueWatch implements ProcessRules<DrawCommand, DrawEvent> {
  private static final String OPEN_BY = "#open";

  @Override
  public String name() {
    return "overdue";
  }

  @Override
  public String streams() {
    return DrawStreams.TASK.prefix();
  }

  @Override
  public List<Reaction> react(String stream, DrawEvent event) {
    return switch (event) {
      case DrawEvent.DrawCommitted(Commit commit, var hash, var by) ->
          commit
              .seal()
              .map(seal ->
                  List.<Reaction>of(
                      timer(stream, commit.executeBy()), timer(stream + OPEN_BY, seal.openBy())))
              .orElseGet(() -> List.of(timer(stream, commit.executeBy())));
      case DrawEvent.DrawExecuted executed -> List.of(new Reaction.CancelTimer(stream));
      case DrawEvent.DrawOpened opened -> List.of(new Reaction.CancelTimer(stream + OPEN_BY));
      // The draw under way keeps its time when one of an earlier batch is voided.
      case DrawEvent.DrawVoided voided when voided.earlier() != null -> List.of();
      case DrawEvent.DrawVoided voided ->
          List.of(new Reaction.CancelTimer(stream), new Reaction.CancelTimer(stream + OPEN_BY));
      case DrawEvent.FrameFrozen frozen -> List.of();
      case DrawEvent.TermsApproved approved -> List.of();
      case DrawEvent.WitnessNamed named -> List.of();
      case DrawEvent.WitnessReleased released -> List.of();
      case ReleaseEvent promised -> List.of();
      case DrawEvent.WitnessCodeMissed missed -> List.of();
      case DrawEvent.ContributionPromised promised -> List.of();
      case DrawEvent.SecretDeposited laid -> List.of();
      case DrawEvent.DepositConfirmed confirmed -> List.of();
      case DrawEvent.ContributionRevealed revealed -> List.of();
      case DrawEvent.EntropyObserved observed -> List.of();
      case DrawEvent.VoidApproved approved -> List.of();
      case DrawEvent.VoidEnded ended -> List.of();
      case ReplacementEvent.ReplacementRequested requested -> List.of();
      case ReplacementEvent.SubjectReplaced replaced -> List.of();
      case ReplacementEvent.InspectorReplaced replaced -> List.of();
      case ReplacementEvent.ReplacementSettled settled -> List.of();
      case ReplacementEvent.ReplacementEnded ended -> List.of();
      case ReplacementEvent.HandoverRefused refused -> List.of();
      case ReplacementEvent.ReplacementUndone undone -> List.of();
      case ReplacementEvent.MemberRecused recused -> List.of();
      case ReplacementEvent.KeepingRequested requested -> List.of();
      case ReplacementEvent.MemberKept kept -> List.of();
      case DrawEvent.DrawOverdue overdue -> List.of();
    };
  }

  private static Reaction timer(String id, String due) {
    return new Reaction.SetTimer(id, Instant.parse(due));
  }

  @Override
  public DrawCommand onDue(String timer, Instant now) {
    return new DrawCommand.NoteOverdue(now);
  }
}
