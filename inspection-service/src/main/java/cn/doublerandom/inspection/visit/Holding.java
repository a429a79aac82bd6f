package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ClosingRejection.HOLD_FOREIGN;
import static cn.doublerandom.inspection.ClosingRejection.RESULT_NOT_IN_REVIEW;
import static cn.doublerandom.inspection.FollowUpRejection.RESULT_NOT_HELD;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.VisitCommand.HoldResult;
import cn.doublerandom.inspection.visit.VisitCommand.LiftHold;
import cn.doublerandom.inspection.visit.VisitEvent.HoldLifted;
import cn.doublerandom.inspection.visit.VisitEvent.ResultHeld;
import cn.doublerandom.inspection.visit.VisitEvent.ResultReviewed;

/**
 * 暂缓公示 (R43): where a crime is suspected a recorded result is held back while it is reviewed, and
 * nobody is told of it before another person lifts the hold.
 */
final class Holding {
  private Holding() {}

  static Decision<VisitEvent> hold(HoldResult hold, Visit visit) {
    if (!(visit instanceof InReview reviewed)) {
      return reject(RESULT_NOT_IN_REVIEW);
    } else if (!mayHold(hold.by(), reviewed)) {
      return reject(NOT_YOUR_VISIT);
    } else if (!ReasonText.isInWords(hold.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    return reviewed.hold() == null
        ? accept(new ResultHeld(new Hold(hold.by().account(), hold.reason(), hold.today())))
        : accept();
  }

  /** The lead of a unit that inspected, and who works for the whole bureau. */
  private static boolean mayHold(Officer officer, InReview reviewed) {
    return officer.isOfBureau()
        || (officer.reach() == Officer.Reach.UNIT
            && officer.isOf(reviewed.finished().assignment().ofUnits()));
  }

  static Decision<VisitEvent> lift(LiftHold lift, Visit visit) {
    if (!(visit instanceof InReview reviewed)) {
      return reject(RESULT_NOT_IN_REVIEW);
    }
    Hold hold = reviewed.hold();
    if (hold == null) {
      return reject(RESULT_NOT_HELD);
    } else if (SecondPerson.isSame(hold.by(), lift.by().account())
        || lift.by().isOnTeam(reviewed.finished().assignment().inspectors())
        || reviewed.finished().given().hasSeen(lift.by().account())) {
      return reject(HOLD_FOREIGN);
    } else if (!ReasonText.isInWords(lift.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    var lifted = new HoldLifted(lift.by().account(), lift.reason(), lift.today());
    return reviewed.next().isEmpty()
        ? accept(lifted, new ResultReviewed(lift.today()))
        : accept(lifted);
  }
}
