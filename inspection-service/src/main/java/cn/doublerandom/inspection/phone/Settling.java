package cn.doublerandom.inspection.phone;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Ending;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.Statement;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitRecord;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the steps of the phones go into the visit: not before all are there of whoever took any, and
 * in one order, so that the visit they come to is one, however they came.
 */
public final class Settling {
  private Settling() {}

  /** What is done next to the visit for whom. */
  public sealed interface Act {
    TakenStep step();

    record Arrive(TakenStep step) implements Act {}

    record Check(TakenStep step) implements Act {
      public Answer answer() {
        return step.step().said();
      }
    }

    record End(TakenStep step) implements Act {}

    record State(TakenStep step) implements Act {}

    record SignForSubject(TakenStep step) implements Act {}

    record Sign(TakenStep step) implements Act {
      public PhoneStep.OfRecord record() {
        return Objects.requireNonNull(step.step().record());
      }
    }
  }

  /**
   * What comes next; nothing where somebody is waited for, two differ, or all is done.
   *
   * @param refused ids of answers, statements and signatures the visit has refused just now: what
   *     else there is goes in all the same
   */
  public static Optional<Act> next(MergedSteps merged, Visit visit, Set<String> refused) {
    boolean isOwed = !awaited(merged, visit).isEmpty();
    List<TakenStep> ends = isOwed ? List.of() : ends(merged, visit);
    return VisitSummary.of(visit).flatMap(shown -> next(merged, shown, ends, refused));
  }

  /**
   * @param ends by which it may end
   */
  private static Optional<Act> next(
      MergedSteps merged, VisitSummary visit, List<TakenStep> ends, Set<String> refused) {
    return switch (VisitState.valueOf(visit.state())) {
      case ASSIGNED, IN_PROGRESS ->
          waitsFor(merged, visit).isEmpty() && conflicts(merged, visit).isEmpty()
              ? underway(merged, visit, ends, refused)
              : Optional.empty();
      case FINISHED ->
          unstated(merged, visit, refused)
              .or(() -> subject(merged, visit, refused))
              .or(() -> unsigned(merged, visit, refused));
      case IN_REVIEW, RECORDED, CANCELLED -> Optional.empty();
    };
  }

  /** Files the phones told of and the visit does not have, by the time that was claimed. */
  public static List<TakenStep> awaited(MergedSteps merged, Visit visit) {
    return switch (visit) {
      case Visit.Assigned assigned -> merged.files();
      case Visit.InProgress started ->
          merged.files().stream()
              .filter(one ->
                  started.given().evidence().stream()
                      .noneMatch(kept -> one.step().took().isOf(kept.evidence())))
              .toList();
      case Visit.Unassigned unassigned -> List.of();
      case Visit.Finished finished -> List.of();
      case Visit.InReview reviewed -> List.of();
      case Visit.Recorded recorded -> List.of();
      case Visit.Cancelled cancelled -> List.of();
    };
  }

  /** Whom the visit waits for before anything of a phone goes into it, ascending. */
  public static List<String> waitsFor(MergedSteps merged, VisitSummary visit) {
    return merged.waitsFor(visit.inspectors(), present(visit));
  }

  /**
   * Items of which two officers say different things, of whom one may have said it online,
   * ascending.
   */
  public static List<String> conflicts(MergedSteps merged, VisitSummary visit) {
    return merged.drafts().keySet().stream()
        .filter(item ->
            merged.answer(item).isEmpty()
                || standing(visit, item)
                    .filter(answer -> differs(answer, item, merged))
                    .isPresent())
        .toList();
  }

  /** Whether what stands in the visit is none of what the phones say of an item. */
  private static boolean differs(Answer standing, String item, MergedSteps merged) {
    return merged.draftsOf(item).stream().noneMatch(one -> one.step().said().equals(standing))
        && merged.decided().stream().noneMatch(one -> one.item().equals(item));
  }

  private static Optional<Answer> standing(VisitSummary visit, String item) {
    return visit.answers().stream().filter(one -> one.itemCode().equals(item)).findFirst();
  }

  private static List<String> present(VisitSummary visit) {
    List<String> present = visit.present();
    return present == null ? List.of() : present;
  }

  private static Optional<Act> underway(
      MergedSteps merged, VisitSummary visit, List<TakenStep> ends, Set<String> refused) {
    Optional<Act> arrival =
        merged.arrivals().stream()
            .filter(one -> !SecondPerson.isAmong(one.step().officer(), present(visit)))
            .<Act>map(Act.Arrive::new)
            .findFirst();
    if (arrival.isPresent() || visit.state().equals(VisitState.ASSIGNED.name())) {
      return arrival;
    }
    Optional<Act> check =
        unanswered(merged, visit)
            .filter(one -> !refused.contains(one.step().step().id()))
            .<Act>map(one -> one)
            .findFirst();
    return check.isPresent() || visit.answers().size() < visit.items().size()
        ? check
        : ends.stream().<Act>map(Act.End::new).findFirst();
  }

  private static Stream<Act.Check> unanswered(MergedSteps merged, VisitSummary visit) {
    return visit.items().stream()
        .map(Assignment.Item::code)
        .flatMap(item ->
            merged
                .answer(item)
                .filter(one -> standing(visit, item).filter(one.step().said()::equals).isEmpty())
                .stream())
        .map(Act.Check::new);
  }

  /**
   * The last who ended on the phone on which he answered asks that the visit ends; another who did
   * so agrees, or who read that record on the first phone. Who answered nothing on his own has seen
   * nothing there, and what was not agreed to ends by no phone.
   */
  private static List<TakenStep> ends(MergedSteps merged, Visit visit) {
    if (!(visit instanceof Visit.InProgress started)) {
      return List.of();
    }
    List<TakenStep> own = merged.ends().reversed();
    List<TakenStep> answering = own.stream().filter(merged::answers).toList();
    Ending asked = started.ending();
    if (asked == null) {
      return answering.isEmpty() ? own : answering;
    } else if (asked.dissent() != null) {
      return List.of();
    }
    Stream<TakenStep> read =
        merged.confirmed().stream().filter(one -> asked.stands() && reads(one, merged, started));
    return Stream.concat(answering.stream(), read)
        .filter(one -> !SecondPerson.isSame(one.step().officer(), asked.by()))
        .toList();
  }

  /** Whether what somebody read is the record the visit comes to, with a statement or without. */
  private static boolean reads(TakenStep one, MergedSteps merged, Visit.InProgress visit) {
    LocalDate on = Objects.requireNonNull(visit.ending()).on();
    String digits = Objects.requireNonNull(one.step().record()).hash();
    return Stream.concat(
            Stream.of(Optional.<String>empty()),
            merged.stated().stream().map(said -> Optional.of(said.step().stated())))
        .map(words -> VisitRecord.hash(visit, on, words.orElse(null)))
        .anyMatch(hash -> hash.startsWith(digits));
  }

  /** What was stated with network stands; of what phones say, the last. */
  private static Optional<Act> unstated(
      MergedSteps merged, VisitSummary visit, Set<String> refused) {
    Statement there = visit.closing() == null ? null : visit.closing().statement();
    List<String> said = merged.stated().stream().map(one -> one.step().stated()).toList();
    return merged.stated().reversed().stream()
        .findFirst()
        .filter(one -> !refused.contains(one.step().id()))
        .filter(one ->
            there == null
                || (!there.words().equals(one.step().stated()) && said.contains(there.words())))
        .map(Act.State::new);
  }

  /** The subject signs once; who has it sign again does so with network. */
  private static Optional<Act> subject(
      MergedSteps merged, VisitSummary visit, Set<String> refused) {
    return visit.closing() != null && visit.closing().subject() != null
        ? Optional.empty()
        : merged.subjects().stream()
            .filter(one -> !refused.contains(one.step().id()))
            .<Act>map(Act.SignForSubject::new)
            .findFirst();
  }

  private static Optional<Act> unsigned(
      MergedSteps merged, VisitSummary visit, Set<String> refused) {
    List<OfficerSignature> there = visit.closing() == null ? List.of() : visit.closing().officers();
    return merged.signed().stream()
        .filter(one -> !refused.contains(one.step().id()))
        .filter(one ->
            there.stream()
                .noneMatch(given -> SecondPerson.isSame(given.officer(), one.step().officer())))
        .<Act>map(Act.Sign::new)
        .findFirst();
  }
}
