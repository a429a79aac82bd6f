package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import cn.doublerandom.inspection.visit.VisitCommand.GiveWay;
import cn.doublerandom.inspection.visit.VisitCommand.ReassignTeam;
import cn.doublerandom.inspection.visit.VisitEvent.ChangeRefused;
import cn.doublerandom.inspection.visit.VisitEvent.ChangeTaken;
import cn.doublerandom.inspection.visit.VisitEvent.TeamReassigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitAssigned;
import java.util.HashSet;
import java.util.List;

/** What the draw says of a visit afterwards: another team, another subject, or no visit at all. */
final class Changing {
  private static final ChangeTaken TAKEN = new ChangeTaken(null);

  private Changing() {}

  /**
   * Before the start a substitute simply comes in. While the visit runs one may, if somebody who
   * began it stays; once it is over nobody comes in any more. What is refused here is undone in the
   * draw's record: the two never disagree.
   */
  static Decision<VisitEvent> reassign(ReassignTeam change, Visit visit) {
    return switch (visit) {
      case Assigned(var assignment, var present, var recused, var notHeld, var arranged, var beside)
          when !assignment.inspectors().equals(change.inspectors()) ->
          accept(new TeamReassigned(change.inspectors(), change.units()), TAKEN);
      case Assigned assigned -> accept(TAKEN);
      case Unassigned() -> accept();
      case InProgress started when isSameTeam(change, started.assignment()) -> accept(TAKEN);
      case InProgress started when isOnePerson(change.inspectors()) ->
          refused(change, "检查已经开始，执法人员不得少于两人");
      case InProgress started when started.onSite().isBegunBy(change.inspectors()) ->
          accept(new TeamReassigned(change.inspectors(), change.units()), TAKEN);
      case InProgress started -> refused(change, "检查已经开始，没有原检查人员留下");
      case Finished finished -> refused(change, finished.assignment());
      case InReview reviewed -> refused(change, reviewed.finished().assignment());
      case Recorded recorded -> refused(change, recorded.finished().assignment());
      case Cancelled cancelled -> accept(TAKEN);
    };
  }

  /** However often, and however it is spelt. */
  static boolean isOnePerson(List<String> team) {
    return team.stream().allMatch(one -> SecondPerson.isSame(one, team.getFirst()));
  }

  private static Decision<VisitEvent> refused(ReassignTeam change, Assignment assignment) {
    return isSameTeam(change, assignment) ? accept(TAKEN) : refused(change, "检查已经结束");
  }

  private static boolean isSameTeam(ReassignTeam change, Assignment assignment) {
    return new HashSet<>(assignment.inspectors()).equals(new HashSet<>(change.inspectors()));
  }

  private static Decision<VisitEvent> refused(ReassignTeam change, String why) {
    return accept(new ChangeRefused(change.inspectors(), null, change.reason(), why));
  }

  /**
   * A subject that was visited to the end was visited, and one of which something was found stays:
   * nobody is visited in its place.
   */
  static Decision<VisitEvent> giveWay(GiveWay change, Visit visit) {
    return switch (visit) {
      case Assigned assigned ->
          accept(
              NotHeld.cancelled(change.reason(), assigned.notHeld()),
              new ChangeTaken(change.alternate()));
      case InProgress started when started.keepsItsPlace() ->
          accept(new ChangeRefused(null, change.alternate(), change.reason(), "检查已经发现问题"));
      case InProgress started ->
          accept(
              NotHeld.cancelled(change.reason(), started.notHeld()),
              new ChangeTaken(change.alternate()));
      case Unassigned() -> accept();
      case Cancelled cancelled -> accept(new ChangeTaken(change.alternate()));
      case Finished finished ->
          accept(new ChangeRefused(null, change.alternate(), change.reason(), "检查已经结束"));
      case InReview reviewed ->
          accept(new ChangeRefused(null, change.alternate(), change.reason(), "检查已经结束"));
      case Recorded recorded ->
          accept(new ChangeRefused(null, change.alternate(), change.reason(), "检查已经结束"));
    };
  }

  /** What was found stays found: only a visit that is not over falls away. */
  static Decision<VisitEvent> cancel(String reason, Visit visit) {
    return switch (visit) {
      case Assigned assigned -> accept(NotHeld.cancelled(reason, assigned.notHeld()));
      case InProgress started -> accept(NotHeld.cancelled(reason, started.notHeld()));
      case Unassigned() -> accept();
      case Finished finished -> accept();
      case InReview reviewed -> accept();
      case Recorded recorded -> accept();
      case Cancelled cancelled -> accept();
    };
  }

  /** Only a visit that was nobody's before its team was drawn is nobody's again. */
  static Decision<VisitEvent> loseTeam(Visit visit) {
    return switch (visit) {
      case Cancelled(var assignment, var reason, var given) when !assignment.hasTeam() ->
          accept(new VisitAssigned(assignment));
      case Cancelled cancelled -> accept();
      case Unassigned() -> accept();
      case Assigned assigned -> accept();
      case InProgress started -> accept();
      case Finished finished -> accept();
      case InReview reviewed -> accept();
      case Recorded recorded -> accept();
    };
  }
}
