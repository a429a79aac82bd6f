package cn.doublerandom.inspection.phone;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.OfficerSignature;
import cn.doublerandom.inspection.visit.Statement;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitState;
import cn.doublerandom.inspection.visit.VisitSummary;
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
   * @param refused ids of signatures the visit has refused just now
   */
  public static Optional<Act> next(MergedSteps merged, Visit visit, Set<String> refused) {
    boolean isOwed = !awaited(merged, visit).isEmpty();
    return VisitSummary.of(visit).flatMap(shown -> next(merged, shown, isOwed, refused));
  }

  /**
   * @param isOwed whether a file has not come yet
   */
  private static Optional<Act> next(
      MergedSteps merged, VisitSummary visit, boolean isOwed, Set<String> refused) {
    return switch (VisitState.valueOf(visit.state())) {
      case ASSIGNED, IN_PROGRESS ->
          waitsFor(merged, visit).isEmpty() && conflicts(merged, visit).isEmpty()
              ? underway(merged, visit, isOwed)
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

  private static Optional<Act> underway(MergedSteps merged, VisitSummary visit, boolean isOwed) {
    Optional<Act> arrival =
        merged.arrivals().stream()
            .filter(one -> !SecondPerson.isAmong(one.step().officer(), present(visit)))
            .<Act>map(Act.Arrive::new)
            .findFirst();
    if (arrival.isPresent() || visit.state().equals(VisitState.ASSIGNED.name())) {
      return arrival;
    }
    return unanswered(merged, visit)
        .findFirst()
        .or(() -> isOwed ? Optional.empty() : end(merged, visit));
  }

  private static Stream<Act> unanswered(MergedSteps merged, VisitSummary visit) {
    return visit.items().stream()
        .map(Assignment.Item::code)
        .flatMap(item ->
            merged
                .answer(item)
                .filter(one -> standing(visit, item).filter(one.step().said()::equals).isEmpty())
                .stream())
        .map(Act.Check::new);
  }

  /** It ends when the last of them ended, and every item is answered. */
  private static Optional<Act> end(MergedSteps merged, VisitSummary visit) {
    return merged.ends().isEmpty() || visit.answers().size() < visit.items().size()
        ? Optional.empty()
        : Optional.of(new Act.End(merged.ends().getLast()));
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
