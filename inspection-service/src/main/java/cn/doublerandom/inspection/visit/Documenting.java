package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.ARRIVAL_UNCONFIRMED;
import static cn.doublerandom.inspection.InspectionRejection.EVIDENCE_FULL;
import static cn.doublerandom.inspection.InspectionRejection.EVIDENCE_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.PHOTO_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.QUESTION_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.evidence.Evidence;
import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import cn.doublerandom.inspection.visit.VisitCommand.AddEvidence;
import cn.doublerandom.inspection.visit.VisitCommand.WithdrawEvidence;
import cn.doublerandom.inspection.visit.VisitEvent.EvidenceAdded;
import cn.doublerandom.inspection.visit.VisitEvent.EvidenceWithdrawn;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 取证: who is on site adds evidence until the visit is finished, and takes back what is wrong with a
 * reason; nothing goes without a word.
 */
final class Documenting {
  private Documenting() {}

  static Decision<VisitEvent> add(AddEvidence add, Visit visit) {
    Evidence evidence = add.evidence();
    return onSite(evidence.by(), add.today(), visit)
        .or(() -> unfit(evidence, (InProgress) visit))
        .orElseGet(() ->
            ((InProgress) visit).given().holds(evidence)
                ? accept()
                : accept(new EvidenceAdded(evidence)));
  }

  private static Optional<Decision<VisitEvent>> unfit(Evidence evidence, InProgress visit) {
    String item = evidence.item();
    String question = evidence.question();
    if (item != null && !visit.assignment().has(item)) {
      return Optional.of(reject(ITEM_NOT_IN_TASK, "item", item));
    } else if (question != null && !asks(visit.assignment(), item, question)) {
      return Optional.of(
          reject(QUESTION_UNKNOWN, Map.of("field", "question", "question", question)));
    }
    return visit.given().evidence().size() < Evidence.MOST_OF_VISIT
        ? Optional.empty()
        : Optional.of(reject(EVIDENCE_FULL, "most", Evidence.MOST_OF_VISIT));
  }

  private static boolean asks(Assignment assignment, @Nullable String item, String question) {
    return item != null
        && assignment.item(item).stream()
            .flatMap(one -> one.asked().stream())
            .anyMatch(one -> one.id().equals(question));
  }

  static Decision<VisitEvent> withdraw(WithdrawEvidence withdraw, Visit visit) {
    return onSite(withdraw.by(), withdraw.today(), visit)
        .or(() ->
            ((InProgress) visit).given().holds(withdraw.sha256())
                ? Optional.empty()
                : Optional.of(reject(EVIDENCE_UNKNOWN)))
        .or(() ->
            ReasonText.isInWords(withdraw.reason())
                ? Optional.empty()
                : Optional.of(reject(REASON_UNFIT, "field", "reason")))
        .orElseGet(() ->
            accept(
                new EvidenceWithdrawn(
                    withdraw.sha256(), withdraw.by(), withdraw.reason(), withdraw.at())));
  }

  /** Why somebody cannot do it now, if he cannot. */
  static Optional<Decision<VisitEvent>> onSite(String account, LocalDate today, Visit visit) {
    return switch (visit) {
      case Unassigned() -> Optional.of(reject(VISIT_UNKNOWN));
      case Cancelled cancelled -> Optional.of(reject(VISIT_CANCELLED));
      case Assigned assigned -> Optional.of(reject(VISIT_NOT_STARTED));
      case Finished finished -> Optional.of(reject(VISIT_ALREADY_FINISHED));
      case InReview reviewed -> Optional.of(reject(RESULT_ALREADY_RECORDED));
      case Recorded recorded -> Optional.of(reject(RESULT_ALREADY_RECORDED));
      case InProgress started when VisitDecider.isStranger(account, started.assignment()) ->
          Optional.of(reject(NOT_ON_TEAM));
      case InProgress started when Recusing.isRecused(account, today, started.recused()) ->
          Optional.of(reject(MEMBER_RECUSED, "inspector", account));
      case InProgress started when !started.onSite().has(account) ->
          Optional.of(reject(ARRIVAL_UNCONFIRMED, "inspector", account));
      case InProgress started -> Optional.empty();
    };
  }

  /** The first question a photo is to answer and none does. */
  static Optional<Decision<VisitEvent>> missingPhoto(InProgress visit) {
    for (Assignment.Item item : visit.assignment().items()) {
      Answer answer = visit.answers().get(item.code());
      if (answer != null && Replies.mayAsk(answer)) {
        for (Question question : item.asked()) {
          if (question.kind() == Question.Kind.PHOTO
              && answer.reply(question.id()).isEmpty()
              && !visit.given().shows(item.code(), question.id())) {
            return Optional.of(
                reject(
                    PHOTO_MISSING,
                    Map.of(
                        "item", item.code(),
                        "question", question.id(),
                        "text", question.text())));
          }
        }
      }
    }
    return Optional.empty();
  }
}
