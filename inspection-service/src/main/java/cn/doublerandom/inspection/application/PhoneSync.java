package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.phone.MergedSteps;
import cn.doublerandom.inspection.phone.Phones;
import cn.doublerandom.inspection.phone.SecondOfficer;
import cn.doublerandom.inspection.phone.SecondOfficer.Confirmation;
import cn.doublerandom.inspection.phone.Settling;
import cn.doublerandom.inspection.phone.TakenStep;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Ending;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a phone is answered: what became of each step, and how the visit stands by them. */
public final class PhoneSync {
  private PhoneSync() {}

  /** What became of one step. */
  public enum StepOutcome {
    TAKEN,
    ALREADY_TAKEN,
    /** It is kept, and another officer gave another answer to its item. */
    CONFLICT,
    REFUSED
  }

  /**
   * @param why of REFUSED; absent of others
   */
  public record StepAnswer(String id, StepOutcome outcome, @Nullable Rejection why) {}

  /** Why the visit did not take what its step asks; the step stays. */
  public record Trouble(Rejection why, Map<String, Object> details) {
    static Trouble of(Throwable failure) {
      ProblemException problem = (ProblemException) failure;
      return new Trouble(problem.rejection(), problem.context());
    }
  }

  /**
   * One of the different answers to an item.
   *
   * @param taken the step that says it; absent where it was given online
   */
  public record SaidHere(Answer answer, @Nullable TakenStep taken) {}

  /** Two different answers to one item, all of them. */
  public record Differing(String item, List<SaidHere> answers) {}

  /**
   * @param steps of this batch, in its order
   * @param taken all that are kept, by the time that was claimed
   * @param waitsFor officers who have not sent all, are not there yet, or have to agree that it
   *     ends; nobody once it is over
   * @param troubles why the visit did not take a step, by the step's id
   * @param seconded what became of each officer's confirmation on another's phone
   * @param awaited files that were told of and have not come
   */
  public record Synced(
      List<StepAnswer> steps,
      List<TakenStep> taken,
      VisitSummary visit,
      List<String> waitsFor,
      List<Differing> differing,
      Map<String, Trouble> troubles,
      Map<String, Confirmation> seconded,
      List<TakenStep> awaited) {
    /** Whether the visit is over, so that its drafts are needed no more. */
    public boolean isSettled() {
      return visit.finishedOn() != null;
    }

    /** Whether all that was sent of an officer is in the visit and nothing of it is disputed. */
    public boolean isDone(String officer) {
      return isSettled()
          && taken.stream()
              .noneMatch(one ->
                  SecondPerson.isSame(one.step().officer(), officer)
                      && troubles.containsKey(one.step().id()));
    }
  }

  static Synced of(
      List<StepAnswer> answers, Map<String, Trouble> troubles, Phones phones, Visit visit) {
    VisitSummary shown = Visits.summary(visit);
    MergedSteps merged = phones.merged();
    boolean over = shown.finishedOn() != null;
    List<Differing> differing =
        over
            ? List.of()
            : Settling.conflicts(merged, shown).stream()
                .map(item -> new Differing(item, said(item, merged, shown)))
                .toList();
    Set<String> disputed =
        differing.stream()
            .flatMap(one -> one.answers().stream())
            .flatMap(one -> Optional.ofNullable(one.taken()).stream())
            .map(taken -> taken.step().id())
            .collect(Collectors.toSet());
    return new Synced(
        answers.stream()
            .map(one ->
                one.outcome() != StepOutcome.REFUSED && disputed.contains(one.id())
                    ? new StepAnswer(one.id(), StepOutcome.CONFLICT, null)
                    : one)
            .toList(),
        phones.inOrder(),
        shown,
        over ? List.of() : waitsFor(merged, shown),
        differing,
        Map.copyOf(troubles),
        seconded(phones, shown),
        Settling.awaited(merged, visit));
  }

  private static List<String> waitsFor(MergedSteps merged, VisitSummary visit) {
    Set<String> all = new TreeSet<>(Settling.waitsFor(merged, visit));
    Ending asked = visit.ending();
    if (asked != null && asked.stands()) {
      visit.inspectors().stream()
          .filter(one -> !SecondPerson.isSame(one, asked.by()))
          .forEach(all::add);
    }
    return List.copyOf(all);
  }

  private static List<SaidHere> said(String item, MergedSteps merged, VisitSummary visit) {
    List<SaidHere> all = new ArrayList<>();
    merged.draftsOf(item).forEach(one -> all.add(new SaidHere(one.step().said(), one)));
    visit.answers().stream()
        .filter(one -> one.itemCode().equals(item))
        .filter(one -> all.stream().noneMatch(said -> said.answer().equals(one)))
        .forEach(one -> all.add(new SaidHere(one, null)));
    return all;
  }

  private static Map<String, Confirmation> seconded(Phones phones, VisitSummary visit) {
    Map<String, Confirmation> all = new TreeMap<>();
    visit.inspectors().forEach(one -> all.put(one, SecondOfficer.of(one, phones)));
    return all;
  }
}
