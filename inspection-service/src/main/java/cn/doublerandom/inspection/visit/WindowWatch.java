package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.ProcessRules;
import cn.doublerandom.inspection.VisitStreams;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * 严格按照确定的时间 (三(三), R64): when the last day of a visit's window ends and it is not over, that
 * becomes a fact. A process of its own beside {@link DeadlineWatch}, which has followed old ledgers
 * to their end: this one begins at their first entry, so visits assigned before it was there are
 * watched too.
 */
public final class WindowWatch implements ProcessRules<VisitCommand, VisitEvent> {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Override
  public String name() {
    return "window";
  }

  @Override
  public String streams() {
    return VisitStreams.VISIT.prefix();
  }

  @Override
  public List<Reaction> react(String stream, VisitEvent event) {
    return switch (event) {
      case VisitEvent.VisitAssigned(var assignment) ->
          List.of(
              new Reaction.SetTimer(
                  stream, assignment.lastDay().plusDays(1).atStartOfDay(SHANGHAI).toInstant()));
      case VisitEvent.InspectionFinished finished -> List.of(new Reaction.CancelTimer(stream));
      case VisitEvent.VisitCancelled cancelled -> List.of(new Reaction.CancelTimer(stream));
      case VisitEvent.VisitNotHeld notHeld -> List.of();
      case VisitEvent.TeamReassigned reassigned -> List.of();
      case VisitEvent.MemberRecused recused -> List.of();
      case VisitEvent.MemberKept kept -> List.of();
      case VisitEvent.ChangeRefused refused -> List.of();
      case VisitEvent.ChangeTaken taken -> List.of();
      case AssistanceEvent beside -> List.of();
      case EndingEvent ending -> List.of();
      case AmendmentEvent told -> List.of();
      case SigningEvent signing -> List.of();
      case VisitEvent.ChecklistsFrozen frozen -> List.of();
      case VisitEvent.PresenceConfirmed confirmed -> List.of();
      case VisitEvent.InspectionStarted started -> List.of();
      case VisitEvent.ItemChecked checked -> List.of();
      case VisitEvent.EvidenceAdded added -> List.of();
      case VisitEvent.EvidenceWithdrawn withdrawn -> List.of();
      case VisitEvent.DeadlineMoved moved -> List.of();
      case VisitEvent.DeadlineApproached approached -> List.of();
      case VisitEvent.DeadlineBreached breached -> List.of();
      case VisitEvent.ResultRecorded recorded -> List.of();
      case VisitEvent.StatementTaken taken -> List.of();
      case VisitEvent.SubjectSigned signed -> List.of();
      case VisitEvent.OfficerSigned signed -> List.of();
      case VisitEvent.SignaturesVoided voided -> List.of();
      case VisitEvent.ReviewGiven given -> List.of();
      case VisitEvent.ResultHeld held -> List.of();
      case VisitEvent.HoldLifted lifted -> List.of();
      case VisitEvent.ResultReturned returned -> List.of();
      case VisitEvent.ResultReviewed reviewed -> List.of();
      case ArrangementEvent arranged -> List.of();
    };
  }

  @Override
  public VisitCommand onDue(String timer, Instant now) {
    return new VisitCommand.NoteWindow(now.atZone(SHANGHAI).toLocalDate());
  }
}
