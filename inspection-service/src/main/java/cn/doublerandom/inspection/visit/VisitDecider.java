package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.bureau.time.Due;
import cn.doublerandom.bureau.time.Reminder;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.evidence.KeptEvidence;
import cn.doublerandom.inspection.visit.SigningEvent.ConclusionsDisputed;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import cn.doublerandom.inspection.visit.VisitCommand.AddEvidence;
import cn.doublerandom.inspection.visit.VisitCommand.AgreeEnd;
import cn.doublerandom.inspection.visit.VisitCommand.AssignVisit;
import cn.doublerandom.inspection.visit.VisitCommand.CancelVisit;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitCommand.ConfirmResult;
import cn.doublerandom.inspection.visit.VisitCommand.FinishInspection;
import cn.doublerandom.inspection.visit.VisitCommand.FreezeChecklists;
import cn.doublerandom.inspection.visit.VisitCommand.GiveWay;
import cn.doublerandom.inspection.visit.VisitCommand.HoldResult;
import cn.doublerandom.inspection.visit.VisitCommand.KeepMember;
import cn.doublerandom.inspection.visit.VisitCommand.LiftHold;
import cn.doublerandom.inspection.visit.VisitCommand.LoseTeam;
import cn.doublerandom.inspection.visit.VisitCommand.MoveDeadline;
import cn.doublerandom.inspection.visit.VisitCommand.NoteApproach;
import cn.doublerandom.inspection.visit.VisitCommand.NoteDeadline;
import cn.doublerandom.inspection.visit.VisitCommand.NoteWindow;
import cn.doublerandom.inspection.visit.VisitCommand.PassLegalReview;
import cn.doublerandom.inspection.visit.VisitCommand.ReassignTeam;
import cn.doublerandom.inspection.visit.VisitCommand.RecordResult;
import cn.doublerandom.inspection.visit.VisitCommand.RecuseMember;
import cn.doublerandom.inspection.visit.VisitCommand.ReturnResult;
import cn.doublerandom.inspection.visit.VisitCommand.SignForSubject;
import cn.doublerandom.inspection.visit.VisitCommand.SignRecord;
import cn.doublerandom.inspection.visit.VisitCommand.StartInspection;
import cn.doublerandom.inspection.visit.VisitCommand.TakeStatement;
import cn.doublerandom.inspection.visit.VisitCommand.WithdrawEvidence;
import cn.doublerandom.inspection.visit.VisitEvent.ChangeRefused;
import cn.doublerandom.inspection.visit.VisitEvent.ChangeTaken;
import cn.doublerandom.inspection.visit.VisitEvent.ChecklistsFrozen;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineApproached;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineBreached;
import cn.doublerandom.inspection.visit.VisitEvent.DeadlineMoved;
import cn.doublerandom.inspection.visit.VisitEvent.EvidenceAdded;
import cn.doublerandom.inspection.visit.VisitEvent.EvidenceWithdrawn;
import cn.doublerandom.inspection.visit.VisitEvent.HoldLifted;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionFinished;
import cn.doublerandom.inspection.visit.VisitEvent.InspectionStarted;
import cn.doublerandom.inspection.visit.VisitEvent.ItemChecked;
import cn.doublerandom.inspection.visit.VisitEvent.MemberKept;
import cn.doublerandom.inspection.visit.VisitEvent.MemberRecused;
import cn.doublerandom.inspection.visit.VisitEvent.OfficerSigned;
import cn.doublerandom.inspection.visit.VisitEvent.PresenceConfirmed;
import cn.doublerandom.inspection.visit.VisitEvent.ResultHeld;
import cn.doublerandom.inspection.visit.VisitEvent.ResultRecorded;
import cn.doublerandom.inspection.visit.VisitEvent.ResultReturned;
import cn.doublerandom.inspection.visit.VisitEvent.ResultReviewed;
import cn.doublerandom.inspection.visit.VisitEvent.ReviewGiven;
import cn.doublerandom.inspection.visit.VisitEvent.SignaturesVoided;
import cn.doublerandom.inspection.visit.VisitEvent.StatementTaken;
import cn.doublerandom.inspection.visit.VisitEvent.SubjectSigned;
import cn.doublerandom.inspection.visit.VisitEvent.TeamReassigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitCancelled;
import cn.doublerandom.inspection.visit.VisitEvent.VisitNotHeld;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

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
      case FinishInspection finish -> Finishing.finish(finish, visit);
      case AgreeEnd agree -> Finishing.agree(agree, visit);
      case TakeStatement take -> Signatures.take(take, visit);
      case SignForSubject sign -> Signatures.sign(sign, visit);
      case SignRecord sign -> Signatures.sign(sign, visit);
      case ConfirmResult confirm -> Recording.confirm(confirm, visit);
      case PassLegalReview pass -> Recording.pass(pass, visit);
      case ReturnResult back -> Recording.back(back, visit);
      case HoldResult hold -> Holding.hold(hold, visit);
      case LiftHold lift -> Holding.lift(lift, visit);
      case MoveDeadline move -> owed(visit, finished -> move(move, finished));
      case NoteDeadline(var today) -> owed(visit, finished -> deadline(today, finished));
      case NoteApproach(var today) -> owed(visit, finished -> Reminding.note(today, finished));
      case SigningCommand asked -> Gapped.decide(asked, visit);
      case AssistanceCommand asked -> Assisting.decide(asked, visit);
      case NoteWindow(var today) -> NotHeld.note(today, visit);
      case RecordResult result -> Recording.record(result, visit);
      case AmendmentCommand told -> Amending.decide(told, visit);
      case ArrangementCommand arrange -> Arranging.decide(arrange, visit);
    };
  }

  /** Of a result that is owed no more nothing is to be said. */
  private static Decision<VisitEvent> owed(
      Visit visit, Function<Finished, Decision<VisitEvent>> how) {
    return visit.owing().map(how).orElseGet(Decision::accept);
  }

  static boolean isStranger(String account, Assignment assignment) {
    return !SecondPerson.isAmong(account, assignment.inspectors());
  }

  /**
   * Only an open deadline moves: what was recorded was recorded in time or not. A last day that is
   * over is missed from the moment it is the last one.
   */
  private static Decision<VisitEvent> move(MoveDeadline move, Finished finished) {
    Due due = move.due();
    if (finished.dueOn().equals(due.on()) && finished.provisional() == due.provisional()) {
      return accept();
    }
    List<Reminder> ahead =
        due.reminders().stream().filter(one -> !one.on().isBefore(move.today())).toList();
    var moved = new DeadlineMoved(due.on(), due.provisional(), due.basis(), Reminding.kept(ahead));
    return move.today().isAfter(due.on())
        ? accept(moved, new DeadlineBreached(due.on()))
        : accept(moved);
  }

  private static Decision<VisitEvent> deadline(LocalDate today, Finished finished) {
    return finished.overdue() || !today.isAfter(finished.dueOn())
        ? accept()
        : accept(new DeadlineBreached(finished.dueOn()));
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
                  started.onSite(),
                  started.lapsed())
              : new Assigned(
                  ((Assigned) visit).assignment().with(inspectors, units),
                  Map.of(),
                  Recusing.of(((Assigned) visit).recused(), inspectors),
                  ((Assigned) visit).notHeld(),
                  ((Assigned) visit).arranged().among(inspectors),
                  ((Assigned) visit).beside());
      case ChecklistsFrozen(var lists) -> ((Assigned) visit).asking(lists);
      case MemberRecused recused ->
          Recusing.after(
              Assisting.recused(visit, recused.inspector(), false),
              Recusing.with(Recusing.recused(visit), recused));
      case MemberKept(var inspector) ->
          Recusing.after(
              Assisting.recused(visit, inspector, true),
              Recusing.without(Recusing.recused(visit), inspector));
      case PresenceConfirmed confirmed -> Starting.confirmed(visit, confirmed);
      case AssistanceEvent beside -> Assisting.after(visit, beside);
      case ChangeRefused refused -> visit;
      case ChangeTaken taken -> visit;
      case VisitNotHeld notHeld -> NotHeld.noted(visit);
      case VisitCancelled(var reason, var late) ->
          visit instanceof InProgress started
              ? new Cancelled(started.assignment(), reason, started.given())
              : new Cancelled(
                  ((Assigned) visit).assignment(),
                  reason,
                  Answers.NONE.with(((Assigned) visit).beside()));
      case InspectionStarted started ->
          new InProgress(
              ((Assigned) visit).assignment(),
              started.on(),
              Answers.NONE.with(((Assigned) visit).beside()),
              ((Assigned) visit).recused(),
              ((Assigned) visit).notHeld(),
              OnSite.of(started),
              null);
      case ItemChecked(var answer, var by, var rulePack) -> Checking.checked(visit, answer, by);
      case EvidenceAdded(var evidence) ->
          ((InProgress) visit).with(((InProgress) visit).given().with(evidence));
      case EvidenceWithdrawn(var sha256, var by, var reason, var at) ->
          ((InProgress) visit)
              .with(
                  ((InProgress) visit)
                      .given()
                      .withdrawn(sha256, new KeptEvidence.Withdrawn(by, reason, at)));
      case InspectionFinished finished -> {
        InProgress before = (InProgress) visit;
        yield new Finished(
            before.assignment(),
            before.given().of(before.onSite()),
            finished.on(),
            Term.of(finished),
            before.recused(),
            Signing.under(finished.signing()),
            null);
      }
      case StatementTaken(var said) -> signed((Finished) visit, signing -> signing.with(said));
      case SubjectSigned(var signed) -> signed((Finished) visit, signing -> signing.with(signed));
      case OfficerSigned(var signed) -> signed((Finished) visit, signing -> signing.with(signed));
      case SignaturesVoided(var gone) -> signed((Finished) visit, signing -> signing.without(gone));
      case EndingEvent said -> Finishing.after((InProgress) visit, said);
      case ConclusionsDisputed(var why) when visit instanceof InProgress started ->
          Finishing.disputed(started, why);
      case SigningEvent said -> signed((Finished) visit, signing -> Gapped.after(signing, said));
      case DeadlineMoved moved -> term(visit, before -> Term.of(moved));
      case DeadlineBreached breached -> term(visit, Term::missed);
      case DeadlineApproached said -> term(visit, before -> before.reminded(said));
      case ResultRecorded recorded when recorded.review() != null ->
          new InReview(
              (Finished) visit,
              recorded.codes(),
              recorded.unit(),
              recorded.on(),
              recorded.by(),
              recorded.review(),
              List.of(),
              null);
      case ResultRecorded recorded ->
          new Recorded(
              (Finished) visit,
              recorded.codes(),
              recorded.unit(),
              recorded.on(),
              recorded.by(),
              List.of(),
              null);
      case ReviewGiven(var passed) -> ((InReview) visit).with(passed);
      case ResultHeld(var hold) -> ((InReview) visit).held(hold);
      case HoldLifted lifted -> ((InReview) visit).held(null);
      case ResultReviewed reviewed -> {
        InReview before = (InReview) visit;
        yield new Recorded(
            before.finished(),
            before.codes(),
            before.unit(),
            before.recordedOn(),
            before.by(),
            before.passed(),
            null);
      }
      case ResultReturned(var why) -> ((InReview) visit).finished().back(why);
      case AmendmentEvent told -> Amending.after((Recorded) visit, told);
      case ArrangementEvent arranged -> Arranging.arranged(visit, arranged);
    };
  }

  private static Visit signed(Finished visit, UnaryOperator<Signing> how) {
    return visit.with(how.apply(visit.signing()));
  }

  private static Visit term(Visit visit, UnaryOperator<Term> how) {
    return visit instanceof InReview reviewed
        ? reviewed.with(term(reviewed.finished(), how))
        : term((Finished) visit, how);
  }

  private static Finished term(Finished finished, UnaryOperator<Term> how) {
    return finished.with(how.apply(finished.term()));
  }
}
