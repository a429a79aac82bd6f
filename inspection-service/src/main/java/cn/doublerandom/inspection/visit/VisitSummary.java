package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it is shown.
 *
 * @param state ASSIGNED, IN_PROGRESS, FINISHED, IN_REVIEW, RECORDED or CANCELLED
 * @param answers in the order of the items; items without an answer are absent
 * @param units of the team; absent in visits from before they were told
 * @param present who has said that he is on site, until the visit has ended
 * @param overdue the deadline has passed without a recorded result
 * @param codes of the subject, once recorded
 * @param overruled findings that were dropped, by another member or by who found them, with the
 *     reason
 * @param notHeld true where the window has ended and the visit is neither finished nor cancelled
 *     (逾期未检查); absent where it is, and before
 * @param closing how far its record is signed and its result agreed to; absent until it is finished
 * @param arranged on which day it is held, and which other is asked for; absent where nothing is
 *     arranged, and once it has begun
 * @param experts who was asked for to stand beside the team, in their order; absent where nobody
 *     was
 * @param ending who asked that it ends, while it runs; absent where nobody did
 * @param amendment what holds since its result was corrected or withdrawn in public; absent where
 *     it holds as it was recorded
 */
public record VisitSummary(
    String visitId,
    String drawId,
    String subjectId,
    String state,
    List<String> inspectors,
    List<Assignment.Item> items,
    List<Answer> answers,
    LocalDate from,
    LocalDate to,
    @Nullable LocalDate finishedOn,
    @Nullable LocalDate dueOn,
    @Nullable Boolean provisional,
    @Nullable Boolean overdue,
    List<String> codes,
    @Nullable List<String> units,
    @Nullable List<String> present,
    List<Overruled> overruled,
    @Nullable Boolean notHeld,
    @Nullable ClosingSummary closing,
    @Nullable Arrangement arranged,
    @Nullable List<ExpertSummary> experts,
    @Nullable Ending ending,
    @Nullable Amendment amendment) {
  /** One of which nothing is arranged and nobody stands beside. */
  public VisitSummary(
      String visitId,
      String drawId,
      String subjectId,
      String state,
      List<String> inspectors,
      List<Assignment.Item> items,
      List<Answer> answers,
      LocalDate from,
      LocalDate to,
      @Nullable LocalDate finishedOn,
      @Nullable LocalDate dueOn,
      @Nullable Boolean provisional,
      @Nullable Boolean overdue,
      List<String> codes,
      @Nullable List<String> units,
      @Nullable List<String> present,
      List<Overruled> overruled,
      @Nullable Boolean notHeld,
      @Nullable ClosingSummary closing) {
    this(
        visitId,
        drawId,
        subjectId,
        state,
        inspectors,
        items,
        answers,
        from,
        to,
        finishedOn,
        dueOn,
        provisional,
        overdue,
        codes,
        units,
        present,
        overruled,
        notHeld,
        closing,
        null,
        null,
        null,
        null);
  }

  /** The summary of a visit; empty where nothing was assigned. */
  public static Optional<VisitSummary> of(Visit visit) {
    return alone(visit).map(one -> one.with(ExpertSummary.of(Assisting.beside(visit))));
  }

  private static Optional<VisitSummary> alone(Visit visit) {
    return switch (visit) {
      case Visit.Unassigned() -> Optional.empty();
      case Visit.Assigned assigned ->
          Optional.of(
              summary(assigned.assignment(), "ASSIGNED", List.of(), null, List.of())
                  .withPresent(assigned.present().keySet().stream().sorted().toList())
                  .notHeld(assigned.notHeld())
                  .with(assigned.arranged()));
      case Visit.Cancelled(var a, var reason, var given) ->
          Optional.of(
              summary(a, "CANCELLED", inOrder(a, given.standing()), null, List.of())
                  .withOverruled(given.overruled()));
      case Visit.InProgress p ->
          Optional.of(
              summary(
                      p.assignment(),
                      "IN_PROGRESS",
                      inOrder(p.assignment(), p.answers()),
                      null,
                      List.of())
                  .withPresent(p.onSite().among(p.assignment().inspectors()))
                  .withOverruled(p.given().overruled())
                  .notHeld(p.notHeld())
                  .with(p.ending()));
      case Visit.Finished f ->
          Optional.of(
              summary(
                      f.assignment(),
                      "FINISHED",
                      inOrder(f.assignment(), f.answers()),
                      f,
                      List.of())
                  .withOverruled(f.given().overruled())
                  .with(ClosingSummary.of(f)));
      case Visit.InReview reviewed ->
          Optional.of(
              closed(reviewed.finished(), "IN_REVIEW", reviewed.codes())
                  .with(ClosingSummary.of(reviewed)));
      case Visit.Recorded recorded ->
          Optional.of(
              closed(recorded.finished(), "RECORDED", recorded.codes())
                  .with(ClosingSummary.of(recorded))
                  .with(recorded.amendment()));
    };
  }

  private static VisitSummary closed(Visit.Finished f, String state, List<String> codes) {
    return summary(f.assignment(), state, inOrder(f.assignment(), f.answers()), f, codes)
        .withOverruled(f.given().overruled());
  }

  private static List<Answer> inOrder(
      Assignment assignment, java.util.Map<String, Answer> answers) {
    List<Answer> ordered = new ArrayList<>();
    for (Assignment.Item item : assignment.items()) {
      Answer answer = answers.get(item.code());
      if (answer != null) {
        ordered.add(answer);
      }
    }
    return ordered;
  }

  private static VisitSummary summary(
      Assignment a,
      String state,
      List<Answer> answers,
      Visit.@Nullable Finished finished,
      List<String> codes) {
    return new VisitSummary(
        a.visitId(),
        a.drawId(),
        a.subjectId(),
        state,
        a.inspectors(),
        a.items().stream().map(Assignment.Item::alone).toList(),
        answers,
        a.firstDay(),
        a.lastDay(),
        finished == null ? null : finished.finishedOn(),
        finished == null ? null : finished.dueOn(),
        finished == null ? null : finished.provisional(),
        finished == null ? null : finished.overdue(),
        codes,
        a.units(),
        null,
        List.of(),
        null,
        null);
  }

  private VisitSummary withPresent(List<String> officers) {
    return noting(officers, overruled, notHeld, closing, arranged, experts, ending, amendment);
  }

  private VisitSummary withOverruled(List<Overruled> changed) {
    return noting(present, changed, notHeld, closing, arranged, experts, ending, amendment);
  }

  private VisitSummary notHeld(boolean noted) {
    return noting(
        present, overruled, noted ? true : null, closing, arranged, experts, ending, amendment);
  }

  private VisitSummary with(ClosingSummary closed) {
    return noting(present, overruled, notHeld, closed, arranged, experts, ending, amendment);
  }

  private VisitSummary with(Arrangement day) {
    return noting(
        present,
        overruled,
        notHeld,
        closing,
        day.isNone() ? null : day,
        experts,
        ending,
        amendment);
  }

  private VisitSummary with(@Nullable List<ExpertSummary> beside) {
    return noting(present, overruled, notHeld, closing, arranged, beside, ending, amendment);
  }

  private VisitSummary with(@Nullable Ending asked) {
    return noting(present, overruled, notHeld, closing, arranged, experts, asked, amendment);
  }

  private VisitSummary with(@Nullable Amendment since) {
    return noting(present, overruled, notHeld, closing, arranged, experts, ending, since);
  }

  /** The same visit with what else is known of it. */
  private VisitSummary noting(
      @Nullable List<String> officers,
      List<Overruled> changed,
      @Nullable Boolean missed,
      @Nullable ClosingSummary closed,
      @Nullable Arrangement day,
      @Nullable List<ExpertSummary> beside,
      @Nullable Ending asked,
      @Nullable Amendment since) {
    return new VisitSummary(
        visitId,
        drawId,
        subjectId,
        state,
        inspectors,
        items,
        answers,
        from,
        to,
        finishedOn,
        dueOn,
        provisional,
        overdue,
        codes,
        units,
        officers,
        changed,
        missed,
        closed,
        day,
        beside,
        asked,
        since);
  }

  /** Result codes of the subject that hold now; none of what was withdrawn. */
  public List<String> holding() {
    return amendment == null ? codes : amendment.codes();
  }

  /** On which day it is held; absent where none is agreed. */
  public @Nullable LocalDate day() {
    return arranged == null ? null : arranged.day();
  }

  /** The units of the team; none where nobody said. */
  public List<String> ofUnits() {
    return units == null ? List.of() : units;
  }

  /** Who was asked for to stand beside the team; none where nobody was. */
  public List<ExpertSummary> ofExperts() {
    return experts == null ? List.of() : experts;
  }

  /** Those who stand beside the team, or stood until the visit ended. */
  public List<ExpertSummary> standing() {
    return ofExperts().stream().filter(one -> one.state() == ExpertSummary.State.BESIDE).toList();
  }
}
