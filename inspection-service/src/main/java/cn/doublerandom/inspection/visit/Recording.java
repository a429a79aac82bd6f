package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.ClosingRejection.RESULT_HELD;
import static cn.doublerandom.inspection.ClosingRejection.RESULT_NOT_IN_REVIEW;
import static cn.doublerandom.inspection.ClosingRejection.REVIEWER_UNFIT;
import static cn.doublerandom.inspection.ClosingRejection.REVIEW_NOT_YOURS;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NOT_YOUR_VISIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.UNIT_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.VisitCommand.ConfirmResult;
import cn.doublerandom.inspection.visit.VisitCommand.PassLegalReview;
import cn.doublerandom.inspection.visit.VisitCommand.RecordResult;
import cn.doublerandom.inspection.visit.VisitCommand.ReturnResult;
import cn.doublerandom.inspection.visit.VisitEvent.ResultRecorded;
import cn.doublerandom.inspection.visit.VisitEvent.ResultReturned;
import cn.doublerandom.inspection.visit.VisitEvent.ResultReviewed;
import cn.doublerandom.inspection.visit.VisitEvent.ReviewGiven;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * 谁检查、谁录入; 组长确认, 法制审核: a result is recorded by the team and final once everybody has agreed whom
 * the packs of that day ask (ADR 61). Nothing of it is told to others before.
 */
final class Recording {
  private Recording() {}

  static Decision<VisitEvent> record(RecordResult result, Visit visit) {
    return switch (visit) {
      case Visit.Unassigned() -> reject(VISIT_UNKNOWN);
      case Visit.Cancelled cancelled -> reject(VISIT_CANCELLED);
      case Visit.Assigned assigned -> reject(VISIT_NOT_STARTED);
      case Visit.InProgress started -> reject(VISIT_NOT_FINISHED);
      case InReview reviewed -> reject(RESULT_ALREADY_RECORDED);
      case Visit.Recorded recorded -> reject(RESULT_ALREADY_RECORDED);
      case Finished finished when VisitDecider.isStranger(result.by(), finished.assignment()) ->
          reject(NOT_ON_TEAM);
      case Finished finished
          when Recusing.isRecused(result.by(), result.today(), finished.recused()) ->
          reject(MEMBER_RECUSED, "inspector", result.by());
      case Finished finished when !isOf(result.unit(), finished.assignment()) ->
          reject(UNIT_UNFIT, "field", "unit");
      case Finished finished ->
          Checking.unsettled(
                  finished.given(), finished.assignment(), finished.recused(), result.today())
              .or(() -> Signatures.missing(finished))
              .or(() -> Gapped.unagreed(finished))
              .orElseGet(() -> accept(recorded(result, finished)));
    };
  }

  private static ResultRecorded recorded(RecordResult result, Finished finished) {
    List<ReviewStep> steps = result.review().steps(finished.answers().values());
    return new ResultRecorded(
        ResultCode.combined(
            finished.answers().values().stream().flatMap(answer -> answer.codes().stream())),
        result.by(),
        result.unit(),
        result.today(),
        steps.isEmpty() ? null : steps);
  }

  /** Who records says for which unit; a unit without a name is nobody, and another's is not his. */
  private static boolean isOf(String unit, Assignment assignment) {
    return !SecondPerson.isNobody(unit)
        && (assignment.units() == null || SecondPerson.isAmong(unit, assignment.units()));
  }

  static Decision<VisitEvent> confirm(ConfirmResult confirm, Visit visit) {
    return visit instanceof InReview reviewed
        ? unfit(confirm.reviewer(), ReviewStep.By.LEADER, reviewed)
            .orElseGet(() ->
                given(
                    new ReviewPassed(
                        ReviewStep.By.LEADER, confirm.reviewer().account(), null, confirm.today()),
                    reviewed))
        : reject(RESULT_NOT_IN_REVIEW);
  }

  static Decision<VisitEvent> pass(PassLegalReview pass, Visit visit) {
    if (!(visit instanceof InReview reviewed)) {
      return reject(RESULT_NOT_IN_REVIEW);
    } else if (!ReasonText.isInWords(pass.opinion())) {
      return reject(REASON_UNFIT, "field", "opinion");
    }
    return unfit(pass.reviewer(), ReviewStep.By.LEGAL, reviewed)
        .orElseGet(() ->
            given(
                new ReviewPassed(
                    ReviewStep.By.LEGAL, pass.reviewer().account(), pass.opinion(), pass.today()),
                reviewed));
  }

  private static Decision<VisitEvent> given(ReviewPassed passed, InReview reviewed) {
    return reviewed.hold() == null && reviewed.with(passed).next().isEmpty()
        ? accept(new ReviewGiven(passed), new ResultReviewed(passed.on()))
        : accept(new ReviewGiven(passed));
  }

  static Decision<VisitEvent> back(ReturnResult back, Visit visit) {
    if (!(visit instanceof InReview reviewed)) {
      return reject(RESULT_NOT_IN_REVIEW);
    } else if (reviewed.hold() != null) {
      // It would be recorded anew without the hold, and nobody would have lifted it.
      return reject(RESULT_HELD);
    } else if (!ReasonText.isInWords(back.reason())) {
      return reject(REASON_UNFIT, "field", "reason");
    }
    ReviewStep.By step = back.legal() ? ReviewStep.By.LEGAL : ReviewStep.By.LEADER;
    return unfit(back.reviewer(), step, reviewed)
        .orElseGet(() ->
            accept(
                new ResultReturned(
                    new Returned(step, back.reviewer().account(), back.reason(), back.today()))));
  }

  /** Why somebody may not take a step now, if he may not. */
  private static Optional<Decision<VisitEvent>> unfit(
      Officer reviewer, ReviewStep.By step, InReview reviewed) {
    if (reviewed.next().map(ReviewStep::by).filter(step::equals).isEmpty()) {
      return Optional.of(
          reject(
              REVIEW_NOT_YOURS,
              Map.of("next", reviewed.next().map(next -> next.by().name()).orElse(""))));
    }
    Assignment task = reviewed.finished().assignment();
    boolean tookPart =
        SecondPerson.isSame(reviewer.account(), reviewed.by())
            || reviewed.passed().stream()
                .anyMatch(one -> SecondPerson.isSame(one.by(), reviewer.account()));
    return switch (step) {
      case LEADER -> {
        if (tookPart) {
          yield Optional.of(reject(REVIEWER_UNFIT));
        }
        yield isLeader(reviewer, task) ? Optional.empty() : Optional.of(reject(NOT_YOUR_VISIT));
      }
      case LEGAL ->
          tookPart
                  || reviewer.isOnTeam(task.inspectors())
                  || reviewed.finished().given().hasSeen(reviewer.account())
              ? Optional.of(reject(REVIEWER_UNFIT))
              : Optional.empty();
    };
  }

  private static boolean isLeader(Officer reviewer, Assignment task) {
    return reviewer.isOnTeam(task.inspectors())
        || (reviewer.reach() == Officer.Reach.UNIT && reviewer.isOf(task.ofUnits()));
  }
}
