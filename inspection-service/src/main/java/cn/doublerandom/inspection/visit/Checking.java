package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.ARRIVAL_UNCONFIRMED;
import static cn.doublerandom.inspection.InspectionRejection.CODES_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.CODE_UNKNOWN;
import static cn.doublerandom.inspection.InspectionRejection.FINDING_OVERRULED;
import static cn.doublerandom.inspection.InspectionRejection.ITEM_NOT_IN_TASK;
import static cn.doublerandom.inspection.InspectionRejection.MEMBER_RECUSED;
import static cn.doublerandom.inspection.InspectionRejection.NOTE_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.NOT_ON_TEAM;
import static cn.doublerandom.inspection.InspectionRejection.NO_PROBLEM_STANDS_ALONE;
import static cn.doublerandom.inspection.InspectionRejection.REASON_MISSING;
import static cn.doublerandom.inspection.InspectionRejection.RECUSED_ANSWERS;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_ALREADY_RECORDED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_ALREADY_FINISHED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_CANCELLED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_NOT_STARTED;
import static cn.doublerandom.inspection.InspectionRejection.VISIT_UNKNOWN;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Visit.Assigned;
import cn.doublerandom.inspection.visit.Visit.Cancelled;
import cn.doublerandom.inspection.visit.Visit.Finished;
import cn.doublerandom.inspection.visit.Visit.InProgress;
import cn.doublerandom.inspection.visit.Visit.InReview;
import cn.doublerandom.inspection.visit.Visit.Recorded;
import cn.doublerandom.inspection.visit.Visit.Unassigned;
import cn.doublerandom.inspection.visit.VisitCommand.CheckItem;
import cn.doublerandom.inspection.visit.VisitEvent.ItemChecked;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The answers to the items, one by one, until the visit is finished; afterwards only what cannot be
 * recorded as it stands is answered again.
 */
final class Checking {
  private Checking() {}

  static Decision<VisitEvent> check(CheckItem check, Visit visit) {
    return switch (visit) {
      case Unassigned() -> reject(VISIT_UNKNOWN);
      case Cancelled cancelled -> reject(VISIT_CANCELLED);
      case Assigned assigned -> reject(VISIT_NOT_STARTED);
      case InReview reviewed -> reject(RESULT_ALREADY_RECORDED);
      case Recorded recorded -> reject(RESULT_ALREADY_RECORDED);
      case InProgress started when isComing(check.by(), started) ->
          reject(ARRIVAL_UNCONFIRMED, "inspector", member(check.by(), started.assignment()));
      case InProgress started ->
          check(check, started.assignment(), started.given(), started.recused());
      case Finished finished
          when finished.returned() == null
              && finished.signing().dissent() == null
              && !isOpen(
                  check.answer().itemCode(),
                  finished.given(),
                  finished.assignment(),
                  finished.recused(),
                  check.today()) ->
          reject(VISIT_ALREADY_FINISHED);
      case Finished finished ->
          again(
              check(check, finished.assignment(), finished.given(), finished.recused()),
              finished,
              check.by());
    };
  }

  /**
   * What is answered after the end takes the signatures away that were given for another answer.
   */
  private static Decision<VisitEvent> again(
      Decision<VisitEvent> checked, Finished finished, String by) {
    return switch (checked) {
      case Decision.Rejected<VisitEvent> rejected -> rejected;
      case Decision.Accepted<VisitEvent>(var events) when events.isEmpty() -> checked;
      case Decision.Accepted<VisitEvent>(var events) ->
          Signatures.voiding(events.getFirst(), finished, by, VoidedSignatures.Why.ANSWER);
    };
  }

  private static Decision<VisitEvent> check(
      CheckItem check, Assignment assignment, Answers given, Map<String, LocalDate> recused) {
    Answer answer = check.answer();
    String member = member(check.by(), assignment);
    if (VisitDecider.isStranger(check.by(), assignment)) {
      return reject(NOT_ON_TEAM);
    } else if (Recusing.isRecused(check.by(), check.today(), recused)) {
      return reject(MEMBER_RECUSED, "inspector", check.by());
    }
    Optional<Decision<VisitEvent>> refusal = refusals(check, assignment, given, member).findFirst();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean says =
        answer.equals(given.standing().get(answer.itemCode()))
            && (given.standsBy(answer.itemCode(), member)
                || !isOpen(answer.itemCode(), given, assignment, recused, check.today()));
    return says ? accept() : accept(new ItemChecked(answer, check.by(), check.rule().rulePack()));
  }

  /** All that speaks against an answer, by what is wrong with it alone first. */
  private static Stream<Decision<VisitEvent>> refusals(
      CheckItem check, Assignment assignment, Answers given, String member) {
    Answer answer = check.answer();
    return Stream.<Supplier<Stream<Decision<VisitEvent>>>>of(
            () -> unfit(answer, assignment).stream(),
            () -> check.rule().refusal(answer, given.standing()).stream(),
            () -> Weighing.refusal(answer).stream(),
            () ->
                assignment.item(answer.itemCode()).stream()
                    .flatMap(item -> Replies.refusals(answer, item)),
            () ->
                given.drops(answer, member) && !ReasonText.isInWords(answer.note())
                    ? Stream.of(reject(REASON_MISSING, "field", "note"))
                    : Stream.empty())
        .flatMap(Supplier::get);
  }

  /**
   * All that is wrong in what one of the team says of an item, as a form wants to be told at once:
   * each as it would be refused alone. Nothing where the visit is not answered now.
   */
  static List<Decision.Rejected<VisitEvent>> faults(CheckItem check, Visit visit) {
    Answers given =
        switch (visit) {
          case InProgress started -> started.given();
          case Finished finished -> finished.given();
          case Unassigned() -> Answers.NONE;
          case Cancelled cancelled -> Answers.NONE;
          case Assigned assigned -> Answers.NONE;
          case InReview reviewed -> Answers.NONE;
          case Recorded recorded -> Answers.NONE;
        };
    return visit.task().stream()
        .flatMap(task -> refusals(check, task, given, member(check.by(), task)))
        .filter(Decision.Rejected.class::isInstance)
        .map(refused -> (Decision.Rejected<VisitEvent>) refused)
        .toList();
  }

  private static Optional<Decision<VisitEvent>> unfit(Answer answer, Assignment assignment) {
    Optional<String> unknown =
        answer.codes().stream().filter(c -> ResultCode.of(c).isEmpty()).findFirst();
    boolean noProblem = answer.codes().contains(ResultCode.NO_PROBLEM.code());
    if (!assignment.has(answer.itemCode())) {
      return Optional.of(reject(ITEM_NOT_IN_TASK, "item", answer.itemCode()));
    } else if (answer.codes().isEmpty()) {
      return Optional.of(reject(CODES_MISSING, "field", "codes"));
    } else if (unknown.isPresent()) {
      return Optional.of(reject(CODE_UNKNOWN, "code", unknown.get()));
    } else if (noProblem && answer.codes().size() > 1) {
      return Optional.of(reject(NO_PROBLEM_STANDS_ALONE, "field", "codes"));
    }
    return !noProblem && answer.note().isBlank()
        ? Optional.of(reject(NOTE_MISSING, "field", "note"))
        : Optional.empty();
  }

  /** A member who came in for another and has not said yet that he is on site. */
  static boolean isComing(String account, InProgress visit) {
    return !VisitDecider.isStranger(account, visit.assignment()) && !visit.onSite().has(account);
  }

  /** Why the answers as they stand are no result, if they are none. */
  static Optional<Decision<VisitEvent>> unsettled(
      Answers given, Assignment assignment, Map<String, LocalDate> recused, LocalDate today) {
    List<String> byRecused = given.ofRecused(who -> Recusing.isRecused(who, today, recused));
    List<String> unconfirmed = given.unconfirmed(serves(assignment, recused, today));
    if (!byRecused.isEmpty()) {
      return Optional.of(reject(RECUSED_ANSWERS, "items", byRecused));
    }
    return unconfirmed.isEmpty()
        ? Optional.empty()
        : Optional.of(reject(FINDING_OVERRULED, "items", unconfirmed));
  }

  private static boolean isOpen(
      String item,
      Answers given,
      Assignment assignment,
      Map<String, LocalDate> recused,
      LocalDate today) {
    return given.ofRecused(who -> Recusing.isRecused(who, today, recused)).contains(item)
        || given.unconfirmed(serves(assignment, recused, today)).contains(item);
  }

  private static Predicate<String> serves(
      Assignment assignment, Map<String, LocalDate> recused, LocalDate today) {
    return who ->
        SecondPerson.isAmong(who, assignment.inspectors())
            && !Recusing.isRecused(who, today, recused);
  }

  /** The number under which the team lists an account, however it is spelt. */
  static String member(String account, Assignment assignment) {
    return assignment.inspectors().stream()
        .filter(i -> SecondPerson.isSame(i, account))
        .findFirst()
        .orElse(account);
  }

  static Visit checked(Visit visit, Answer answer, String by) {
    return visit instanceof Finished finished
        ? finished.with(finished.given().with(answer, member(by, finished.assignment())))
        : checked((InProgress) visit, answer, by);
  }

  private static Visit checked(InProgress started, Answer answer, String by) {
    return started.with(started.given().with(answer, member(by, started.assignment())));
  }
}
