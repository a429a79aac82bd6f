package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One visit to one drawn subject.
 *
 * <pre>Unassigned ─▶ Assigned ──start──▶ InProgress ──finish──▶ Finished ──record──▶ Recorded
 *                  │                     │                    │   ▲                 ▲
 *                  │                     │             record │   │ return          │ review
 *                  └──────cancel─────────┴─▶ Cancelled        └─▶ InReview ─────────┘</pre>
 */
public sealed interface Visit {
  /** Whether nobody is visited in its place any more: it is over, or something was found. */
  default boolean keepsItsPlace() {
    return switch (this) {
      case Finished finished -> true;
      case InReview reviewed -> true;
      case Recorded recorded -> true;
      case InProgress started -> started.given().hasFinding();
      case Unassigned unassigned -> false;
      case Assigned assigned -> false;
      case Cancelled cancelled -> false;
    };
  }

  /** What was found, once the visit is over; nothing before. */
  default Optional<Finished> over() {
    return switch (this) {
      case Finished finished -> Optional.of(finished);
      case InReview reviewed -> Optional.of(reviewed.finished());
      case Recorded recorded -> Optional.of(recorded.finished());
      case Unassigned unassigned -> Optional.empty();
      case Assigned assigned -> Optional.empty();
      case InProgress started -> Optional.empty();
      case Cancelled cancelled -> Optional.empty();
    };
  }

  /** What was found, as long as its result is owed: the visit is over, and it is not final yet. */
  default Optional<Finished> owing() {
    return switch (this) {
      case Finished finished -> Optional.of(finished);
      case InReview reviewed -> Optional.of(reviewed.finished());
      case Recorded recorded -> Optional.empty();
      case Unassigned unassigned -> Optional.empty();
      case Assigned assigned -> Optional.empty();
      case InProgress started -> Optional.empty();
      case Cancelled cancelled -> Optional.empty();
    };
  }

  /** What the draw asked of its team; nothing where nobody was assigned. */
  default Optional<Assignment> task() {
    return switch (this) {
      case Unassigned unassigned -> Optional.empty();
      case Assigned assigned -> Optional.of(assigned.assignment());
      case InProgress started -> Optional.of(started.assignment());
      case Finished finished -> Optional.of(finished.assignment());
      case Cancelled cancelled -> Optional.of(cancelled.assignment());
      case InReview reviewed -> Optional.of(reviewed.finished().assignment());
      case Recorded recorded -> Optional.of(recorded.finished().assignment());
    };
  }

  record Unassigned() implements Visit {}

  /**
   * @param present who has said that he is on site, and when; a visit starts on one day
   * @param recused who of the team may not serve, from which day (回避)
   * @param notHeld its window has ended, and that is noted
   * @param arranged on which day it is held, and what else is asked for before it begins
   * @param beside experts who were asked for
   */
  record Assigned(
      Assignment assignment,
      Map<String, LocalDate> present,
      Map<String, LocalDate> recused,
      boolean notHeld,
      Arrangement arranged,
      Beside beside)
      implements Visit {
    public Assigned {
      present = Map.copyOf(present);
      recused = Map.copyOf(recused);
    }

    Assigned(Assignment assignment) {
      this(assignment, Map.of(), Map.of(), false, Arrangement.NONE, Beside.NOBODY);
    }

    Assigned with(Map<String, LocalDate> others) {
      return new Assigned(assignment, present, others, notHeld, arranged, beside);
    }

    Assigned asking(List<ItemQuestions> lists) {
      return new Assigned(assignment.asking(lists), present, recused, notHeld, arranged, beside);
    }

    Assigned arranged(Arrangement other) {
      return new Assigned(assignment, present, recused, notHeld, other, beside);
    }

    Assigned with(Beside others) {
      return new Assigned(assignment, present, recused, notHeld, arranged, others);
    }

    /** Who is on site on a day, ascending. */
    List<String> presentOn(LocalDate day) {
      return present.entrySet().stream()
          .filter(p -> p.getValue().equals(day))
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }
  }

  /**
   * @param given answers by item code; an item without one has none, never a default
   * @param recused who of the team may not serve, from which day
   * @param notHeld its window has ended before it was finished, and that is noted
   * @param onSite who began it, and who came in since and said that he is there
   * @param ending that it is to end; absent as long as nobody asked
   */
  record InProgress(
      Assignment assignment,
      LocalDate startedOn,
      Answers given,
      Map<String, LocalDate> recused,
      boolean notHeld,
      OnSite onSite,
      @Nullable Ending ending)
      implements Visit {
    public InProgress {
      recused = Map.copyOf(recused);
    }

    Map<String, Answer> answers() {
      return given.standing();
    }

    InProgress with(Map<String, LocalDate> others) {
      return new InProgress(assignment, startedOn, given, others, notHeld, onSite, lapsed());
    }

    InProgress with(OnSite others) {
      return new InProgress(assignment, startedOn, given, recused, notHeld, others, lapsed());
    }

    InProgress with(Answers more) {
      return new InProgress(assignment, startedOn, more, recused, notHeld, onSite, lapsed());
    }

    InProgress with(Ending other) {
      return new InProgress(assignment, startedOn, given, recused, notHeld, onSite, other);
    }

    @Nullable Ending lapsed() {
      return Ending.lapsed(ending);
    }
  }

  /**
   * @param term until when its result is to be final
   * @param recused who of the team may not serve, from which day
   * @param signing how far its record is signed
   * @param returned why its result came back, so that it is answered again; absent where it did not
   */
  record Finished(
      Assignment assignment,
      Answers given,
      LocalDate finishedOn,
      Term term,
      Map<String, LocalDate> recused,
      Signing signing,
      @Nullable Returned returned)
      implements Visit {
    public Finished {
      recused = Map.copyOf(recused);
    }

    public LocalDate dueOn() {
      return term.dueOn();
    }

    public boolean provisional() {
      return term.provisional();
    }

    public boolean overdue() {
      return term.overdue();
    }

    /** By item code. */
    public Map<String, Answer> answers() {
      return given.standing();
    }

    Finished with(Answers more) {
      return new Finished(assignment, more, finishedOn, term, recused, signing, returned);
    }

    Finished with(Term other) {
      return new Finished(assignment, given, finishedOn, other, recused, signing, returned);
    }

    Finished with(Map<String, LocalDate> others) {
      return new Finished(assignment, given, finishedOn, term, others, signing, returned);
    }

    Finished with(Signing further) {
      return new Finished(assignment, given, finishedOn, term, recused, further, returned);
    }

    Finished back(Returned why) {
      return new Finished(assignment, given, finishedOn, term, recused, signing, why);
    }
  }

  /**
   * The result is recorded, and somebody else has to agree before it is final.
   *
   * @param by account of who recorded
   * @param steps that are asked for, in their order
   * @param passed those that were taken
   * @param hold why it is held back, whoever agrees; absent where it is not
   */
  record InReview(
      Finished finished,
      List<String> codes,
      String unit,
      LocalDate recordedOn,
      String by,
      List<ReviewStep> steps,
      List<ReviewPassed> passed,
      @Nullable Hold hold)
      implements Visit {
    public InReview {
      codes = List.copyOf(codes);
      steps = List.copyOf(steps);
      passed = List.copyOf(passed);
    }

    /** Whose turn it is; nothing where all have agreed. */
    public Optional<ReviewStep> next() {
      return steps.stream().skip(passed.size()).findFirst();
    }

    InReview with(Finished other) {
      return new InReview(other, codes, unit, recordedOn, by, steps, passed, hold);
    }

    InReview with(ReviewPassed step) {
      List<ReviewPassed> all = new ArrayList<>(passed);
      all.add(step);
      return new InReview(finished, codes, unit, recordedOn, by, steps, all, hold);
    }

    InReview held(@Nullable Hold why) {
      return new InReview(finished, codes, unit, recordedOn, by, steps, passed, why);
    }
  }

  /**
   * The subject was replaced or the draw voided before the visit was over.
   *
   * @param given what was found until then, which stays to be read
   */
  record Cancelled(Assignment assignment, String reason, Answers given) implements Visit {}

  /**
   * The result is final.
   *
   * @param by account of who recorded it
   * @param passed who agreed to it, in their order; nobody where nobody was asked
   * @param amendment what holds since it was public; absent where it holds as recorded
   */
  record Recorded(
      Finished finished,
      List<String> codes,
      String unit,
      LocalDate recordedOn,
      String by,
      List<ReviewPassed> passed,
      @Nullable Amendment amendment)
      implements Visit {
    public Recorded {
      codes = List.copyOf(codes);
      passed = List.copyOf(passed);
    }
  }
}
