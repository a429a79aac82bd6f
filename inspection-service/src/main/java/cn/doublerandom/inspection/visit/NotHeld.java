package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import cn.doublerandom.inspection.visit.VisitEvent.VisitCancelled;
import cn.doublerandom.inspection.visit.VisitEvent.VisitNotHeld;
import java.time.LocalDate;

/**
 * 逾期未检查: a visit is late from the day after its window, whether nobody went or nobody finished. Its
 * twenty working days begin when it is finished; until then it is late already, so none are counted
 * beside it.
 */
final class NotHeld {
  private NotHeld() {}

  /** Once only: what is noted stays noted until the visit is over. */
  static Decision<VisitEvent> note(LocalDate today, Visit visit) {
    return switch (visit) {
      case Assigned assigned -> note(today, assigned.assignment(), assigned.notHeld(), false);
      case InProgress started -> note(today, started.assignment(), started.notHeld(), true);
      case Unassigned() -> accept();
      case Cancelled cancelled -> accept();
      case Finished finished -> accept();
      case InReview reviewed -> accept();
      case Recorded recorded -> accept();
    };
  }

  private static Decision<VisitEvent> note(
      LocalDate today, Assignment assignment, boolean noted, boolean begun) {
    return noted || !today.isAfter(assignment.lastDay())
        ? accept()
        : accept(new VisitNotHeld(assignment.lastDay(), begun));
  }

  static Visit noted(Visit visit) {
    return switch (visit) {
      case Assigned(
              var assignment,
              var present,
              var recused,
              var before,
              var arranged,
              var beside) ->
          new Assigned(assignment, present, recused, true, arranged, beside);
      case InProgress(
              var assignment,
              var on,
              var given,
              var recused,
              var before,
              var onSite,
              var ending) ->
          new InProgress(assignment, on, given, recused, true, onSite, ending);
      case Unassigned unassigned -> unassigned;
      case Cancelled cancelled -> cancelled;
      case Finished finished -> finished;
      case InReview reviewed -> reviewed;
      case Recorded recorded -> recorded;
    };
  }

  static VisitCancelled cancelled(String reason, boolean late) {
    return new VisitCancelled(reason, late ? true : null);
  }
}
