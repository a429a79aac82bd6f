package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.decider.ProcessRules;
import cn.doublerandom.inspection.VisitStreams;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** 检查结束后20个工作日内录入 (二(四), R40): when the last day ends, a missing result becomes a fact. */
public final class DeadlineWatch implements ProcessRules<VisitCommand, VisitEvent> {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Override
  public String name() {
    return "deadline";
  }

  @Override
  public String streams() {
    return VisitStreams.VISIT.prefix();
  }

  @Override
  public List<Reaction> react(String stream, VisitEvent event) {
    return switch (event) {
      case VisitEvent.InspectionFinished finished ->
          List.of(new Reaction.SetTimer(stream, endOf(finished.dueOn())));
      case VisitEvent.DeadlineMoved moved ->
          List.of(new Reaction.SetTimer(stream, endOf(moved.dueOn())));
      // What somebody has to agree to is not in time before he has.
      case VisitEvent.ResultRecorded recorded ->
          recorded.settles() ? List.of(new Reaction.CancelTimer(stream)) : List.of();
      case VisitEvent.ResultReviewed reviewed -> List.of(new Reaction.CancelTimer(stream));
      case VisitEvent.ResultReturned returned -> List.of();
      case VisitEvent.StatementTaken taken -> List.of();
      case VisitEvent.SubjectSigned signed -> List.of();
      case VisitEvent.OfficerSigned signed -> List.of();
      case VisitEvent.SignaturesVoided voided -> List.of();
      case VisitEvent.ReviewGiven given -> List.of();
      case VisitEvent.ResultHeld held -> List.of();
      case VisitEvent.HoldLifted lifted -> List.of();
      case VisitEvent.VisitAssigned assigned -> List.of();
      case VisitEvent.TeamReassigned reassigned -> List.of();
      case VisitEvent.MemberRecused recused -> List.of();
      case VisitEvent.MemberKept kept -> List.of();
      case VisitEvent.ChangeRefused refused -> List.of();
      case VisitEvent.ChangeTaken taken -> List.of();
      case AssistanceEvent beside -> List.of();
      case EndingEvent ending -> List.of();
      case AmendmentEvent told -> List.of();
      case SigningEvent signing -> List.of();
      case VisitEvent.VisitCancelled cancelled -> List.of();
      case VisitEvent.VisitNotHeld notHeld -> List.of();
      case VisitEvent.ChecklistsFrozen frozen -> List.of();
      case VisitEvent.PresenceConfirmed confirmed -> List.of();
      case VisitEvent.InspectionStarted started -> List.of();
      case VisitEvent.ItemChecked checked -> List.of();
      case VisitEvent.EvidenceAdded added -> List.of();
      case VisitEvent.EvidenceWithdrawn withdrawn -> List.of();
      case VisitEvent.DeadlineApproached approached -> List.of();
      case VisitEvent.DeadlineBreached breached -> List.of();
      case ArrangementEvent arranged -> List.of();
    };
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(SHANGHAI).toInstant();
  }

  @Override
  public VisitCommand onDue(String timer, Instant now) {
    return new VisitCommand.NoteDeadline(now.atZone(SHANGHAI).toLocalDate());
  }
}
