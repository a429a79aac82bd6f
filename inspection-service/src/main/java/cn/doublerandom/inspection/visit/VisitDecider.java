package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.UNIT_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import cn.doublerandom.inspection.visit.VisitCommand.AddEvidence;
import cn.doublerandom.inspection.visit.VisitCommand.AssignVisit;
import cn.doublerandom.inspection.visit.VisitCommand.CancelVisit;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.FreezeChecklists;
import cn.doublerandom.inspection.visit.VisitCommand.GiveWay;
import cn.doublerandom.inspection.visit.VisitCommand.KeepMember;
import cn.doublerandom.inspection.visit.VisitCommand.LoseTeam;
import cn.doublerandom.inspection.visit.VisitCommand.MoveDeadline;
import cn.doublerandom.inspection.visit.VisitCommand.NoteDeadline;
import cn.doublerandom.inspection.visit.VisitCommand.NoteWindow;
import cn.doublerandom.inspection.visit.VisitCommand.ReassignTeam;
import cn.doublerandom.inspection.visit.VisitCommand.RecordResult;
import cn.doublerandom.inspection.visit.VisitCommand.RecuseMember;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitCommand.WithdrawEvidence;
import cn.doublerandom.inspection.visit.VisitEvent.ChangeRefused;
import cn.doublerandom.inspection.visit.VisitEvent.ChangeTaken;
import cn.doublerandom.inspection.visit.VisitEvent.ChecklistsFrozen;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineBreached;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineMoved;
import cn.doublerandom.inspection.visit.VisitEvent.EvidenceAdded;
import cn.doublerandom.inspection.visit.VisitEvent.EvidenceWithdrawn;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionFinished;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionStarted;
import cn.doublerandom.inspection.visit.VisitEvent.ItemChecked;
import cn.doublerandom.inspection.visit.VisitEvent.MemberKept;
import cn.doublerandom.inspection.visit.VisitEvent.MemberRecused;
import cn.doublerandom.inspection.visit.VisitEvent.PresenceConfirmed;
import cn.doublerandom.inspection.visit.VisitEvent.ResultRecorded;
import cn.doublerandom.inspection.visit.VisitEvent.TeamReassigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitCancelled;
import cn.doublerandom.inspection.visit.VisitEvent.VisitNotHeld;
import java.time.LocalDate;
import java.util.Map;

/** 严格按照确定的时间、抽查事项、检查流程 (三(三), R39, R59, R64): nothing is filled in for anybody. */
public final class VisitDecider implements Decider<VisitCommand, VisitEvent, Visit> {
  @Override
  public Visit initial() {
    return new Unassigned();
  }

  @Override
  public Decision<VisitEvent> decide(VisitCommand command, Visit visit) {
    return switch (command) {
      case AssignVisit assign ->
          visit instanceof Unassigned
              ? new Decision.Accepted<>(Recusing.assigned(assign))
              : accept();
      case ReassignTeam change -> Changing.reassign(change, visit);
      case GiveWay change -> Changing.giveWay(change, visit);
      case RecuseMember recuse -> Recusing.recuse(recuse, visit);
      case KeepMember keep -> Recusing.keep(keep, visit);
      case CancelVisit(var reason) -> Changing.cancel(reason, visit);
      case LoseTeam() -> Changing.loseTeam(visit);
      case FreezeChecklists(var lists) -> Starting.freeze(lists, visit);
      case StartInspection start -> Starting.start(start, visit);
      case CheckItem check -> Checking.check(check, visit);
      case AddEvidence add -> Documenting.add(add, visit);
      case WithdrawEvidence withdraw -> Documenting.withdraw(withdraw, visit);
      case FinishInspection finish -> Checking.finish(finish, visit);
      case MoveDeadline(var due) -> move(due, visit);
      case NoteDeadline(var today) -> deadline(today, visit);
      case NoteWindow(var today) -> NotHeld.note(today, visit);
      case RecordResult result -> result(result, visit);
    };
  }

  static boolean isStranger(String account, Assignment assignment) {
    return !SecondPerson.isAmong(account, assignment.inspectors());
  }

  /** Only an open deadline moves: what was recorded was recorded in time or not. */
  private static Decision<VisitEvent> move(Due due, Visit visit) {
    return switch (visit) {
      case Unassigned() -> accept();
      case Cancelled cancelled -> accept();
      case Assigned assigned -> accept();
      case InProgress started -> accept();
      case Recorded recorded -> accept();
      case Finished finished
          when finished.dueOn().equals(due.on()) && finished.provisional() == due.provisional() ->
          accept();
      case Finished finished -> accept(new DeadlineMoved(due.on(), due.provisional(), due.basis()));
    };
  }

  private static Decision<VisitEvent> deadline(LocalDate today, Visit visit) {
    return switch (visit) {
      case Unassigned() -> accept();
      case Cancelled cancelled -> accept();
      case Assigned assigned -> accept();
      case InProgress started -> accept();
      case Recorded recorded -> accept();
      case Finished finished when finished.overdue() || !today.isAfter(finished.dueOn()) ->
          accept();
      case Finished finished -> accept(new DeadlineBreached(finished.dueOn()));
    };
  }

  private static Decision<VisitEvent> result(RecordResult result, Visit visit) {
    return switch (visit) {
      case Unassigned() -> reject(VISIT_UNKNOWN);
      case Cancelled cancelled -> reject(VISIT_CANCELLED);
      case Assigned assigned -> reject(VISIT_NOT_STARTED);
      case InProgress started -> reject(VISIT_NOT_FINISHED);
      case Recorded recorded -> reject(RESULT_ALREADY_RECORDED);
      case Finished finished when isStranger(result.by(), finished.assignment()) ->
          reject(NOT_ON_TEAM);
      case Finished finished
          when Recusing.isRecused(result.by(), result.today(), finished.recused()) ->
          reject(MEMBER_RECUSED, "inspector", result.by());
      case Finished finished when !isOf(result.unit(), finished.assignment()) ->
          reject(UNIT_UNFIT, "field", "unit");
      case Finished finished ->
          Checking.unsettled(
                  finished.given(), finished.assignment(), finished.recused(), result.today())
              .orElseGet(() ->
                  accept(
                      new ResultRecorded(
                          ResultCode.combined(
                              finished.answers().values().stream()
                                  .flatMap(a -> a.codes().stream())),
                          result.by(),
                          result.unit(),
                          result.today())));
    };
  }

  /** Who records says for which unit; a unit without a name is nobody, and another's is not his. */
  private static boolean isOf(String unit, Assignment assignment) {
    return !SecondPerson.isNobody(unit)
        && (assignment.units() == null || SecondPerson.isAmong(unit, assignment.units()));
  }

  @Override
  public Visit evolve(Visit visit, VisitEvent event) {
    return switch (event) {
      case VisitAssigned(var assignment) -> new Assigned(assignment);
      case TeamReassigned(var inspectors, var units) ->
          visit instanceof InProgress started
              ? new InProgress(
                  started.assignment().with(inspectors, units),
                  started.startedOn(),
                  started
                      .given()
                      .without(
                          who -> started.recused().containsKey(who) && !inspectors.contains(who)),
                  Recusing.of(started.recused(), inspectors),
                  started.notHeld(),
                  started.onSite())
              : new Assigned(
                  ((Assigned) visit).assignment().with(inspectors, units),
                  Map.of(),
                  Recusing.of(((Assigned) visit).recused(), inspectors),
                  ((Assigned) visit).notHeld());
      case ChecklistsFrozen(var lists) -> ((Assigned) visit).asking(lists);
      case MemberRecused recused ->
          Recusing.after(visit, Recusing.with(Recusing.recused(visit), recused));
      case MemberKept(var inspector) ->
          Recusing.after(visit, Recusing.without(Recusing.recused(visit), inspector));
      case PresenceConfirmed confirmed -> Starting.confirmed(visit, confirmed);
      case ChangeRefused refused -> visit;
      case ChangeTaken taken -> visit;
      case VisitNotHeld notHeld -> NotHeld.noted(visit);
      case VisitCancelled(var reason, var late) ->
          visit instanceof InProgress started
              ? new Cancelled(started.assignment(), reason, started.given())
              : new Cancelled(((Assigned) visit).assignment(), reason, Answers.NONE);
      case InspectionStarted started ->
          new InProgress(
              ((Assigned) visit).assignment(),
              started.on(),
              Answers.NONE,
              ((Assigned) visit).recused(),
              ((Assigned) visit).notHeld(),
              OnSite.of(started));
      case ItemChecked(var answer, var by, var rulePack) -> Checking.checked(visit, answer, by);
      case EvidenceAdded(var evidence) ->
          ((InProgress) visit).with(((InProgress) visit).given().with(evidence));
      case EvidenceWithdrawn(var sha256, var by, var reason, var at) ->
          ((InProgress) visit)
              .with(
                  ((InProgress) visit)
                      .given()
                      .withdrawn(sha256, new KeptEvidence.Withdrawn(by, reason, at)));
      case InspectionFinished(var on, var dueOn, var provisional, var basis, var late) -> {
        InProgress before = (InProgress) visit;
        yield new Finished(
            before.assignment(), before.given(), on, dueOn, provisional, false, before.recused());
      }
      case DeadlineMoved(var dueOn, var provisional, var basis) ->
          ((Finished) visit).due(dueOn, provisional, false);
      case DeadlineBreached breached -> {
        Finished f = (Finished) visit;
        yield f.due(f.dueOn(), f.provisional(), true);
      }
      case ResultRecorded recorded ->
          new Recorded((Finished) visit, recorded.codes(), recorded.unit(), recorded.on());
    };
  }
}
