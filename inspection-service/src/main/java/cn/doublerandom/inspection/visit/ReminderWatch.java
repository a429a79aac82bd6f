package cn.doublerandom.inspection.visit;

import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.eventstore.decider.ProcessRules;
import cn.doublerandom.inspection.VisitStreams;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * 期限提醒 (R40): in the morning of each day on which a result is to be called due soon, what is not
 * final yet becomes a fact. Only of visits that were finished since there are such days.
 */
public final class ReminderWatch implements ProcessRules<VisitCommand, VisitEvent> {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  @Override
  public String name() {
    return "reminder";
  }

  @Override
  public String streams() {
    return VisitStreams.VISIT.prefix();
  }

  @Override
  public List<Reaction> react(String stream, VisitEvent event) {
    return switch (event) {
      case VisitEvent.InspectionFinished finished ->
          timers(stream, Reminding.of(finished.reminders()));
      case VisitEvent.DeadlineMoved moved -> timers(stream, Reminding.of(moved.reminders()));
      // Of what is settled by then, or moved, a timer leads to no event.
      case VisitEvent.VisitAssigned assigned -> List.of();
      case VisitEvent.VisitCancelled cancelled -> List.of();
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

  private static List<Reaction> timers(String stream, List<Reminder> reminders) {
    return reminders.stream()
        .<Reaction>map(one ->
            new Reaction.SetTimer(
                "%s/%d".formatted(stream, one.workingDays()),
                one.on().atTime(MORNING).atZone(SHANGHAI).toInstant()))
        .toList();
  }

  @Override
  public VisitCommand onDue(String timer, Instant now) {
    return new VisitCommand.NoteApproach(now.atZone(SHANGHAI).toLocalDate());
  }
}
