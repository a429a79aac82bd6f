package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.assessment.AssessmentDirectory;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.DayWords;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.MatterPlace;
import cn.doublerandom.servicekit.waiting.Matters;
import cn.doublerandom.servicekit.waiting.Person;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** 待办: assessments that wait for the unit, or for a supervisor who did not freeze them. */
@ApplicationScoped
class WaitingAssessments {
  private static final int MOST = 500;
  private static final MatterPlace PLACE =
      new MatterPlace("/inspection/ui/supervision/assessments/{id}");

  private final AssessmentDirectory directory;

  @Inject
  WaitingAssessments(AssessmentDirectory directory) {
    this.directory = directory;
  }

  Uni<Matters> of(Person person, LocalDate today) {
    boolean supervises = person.isOneOf(List.of(Roles.SUPERVISOR));
    boolean leads =
        person.isOneOf(List.of(Roles.UNIT_LEAD)) && !SecondPerson.isNobody(person.unit());
    if (!supervises && !leads) {
      return Uni.createFrom().item(Matters.NONE);
    }
    return Uni.createFrom()
        .completionStage(() -> directory.open(MOST))
        .map(open ->
            Matters.all(
                open.stream()
                    .filter(one ->
                        (leads && isToAnswer(one, person))
                            || (supervises && isToClose(one, person, today)))
                    .map(one -> matter(one, today))
                    .toList()));
  }

  private static boolean isToAnswer(AssessmentSummary one, Person person) {
    return one.state() == AssessmentSummary.State.FROZEN
        && SecondPerson.isSame(one.unit(), person.unit());
  }

  /** Answered, or its day is over: for another than who froze it, and not of the unit. */
  private static boolean isToClose(AssessmentSummary one, Person person, LocalDate today) {
    return (one.state() == AssessmentSummary.State.ANSWERED || today.isAfter(one.answerBy()))
        && !SecondPerson.isSame(one.frozenBy(), person.account())
        && !SecondPerson.isSame(one.unit(), person.unit());
  }

  private static Matter matter(AssessmentSummary one, LocalDate today) {
    return one.state() == AssessmentSummary.State.FROZEN && !today.isAfter(one.answerBy())
        ? new Matter(
            "assessment-answer",
            "就年度考核陈述（%s前）".formatted(DayWords.chinese(one.answerBy(), today)),
            "Answer the yearly assessment (by %s)"
                .formatted(DayWords.english(one.answerBy(), today)),
            null,
            one.answerBy(),
            PLACE.of(one.id()))
        : closing(one, today);
  }

  private static Matter closing(AssessmentSummary one, LocalDate today) {
    boolean isHeard = one.state() == AssessmentSummary.State.ANSWERED;
    return new Matter(
        isHeard ? "assessment-closing" : "assessment-late",
        isHeard
            ? "办结“%s”的年度考核".formatted(one.unit())
            : "“%s”的年度考核%s到期未陈述".formatted(one.unit(), DayWords.chinese(one.answerBy(), today)),
        isHeard
            ? "Conclude the yearly assessment of “%s”".formatted(one.unit())
            : "The yearly assessment of “%s” was to be answered by %s"
                .formatted(one.unit(), DayWords.english(one.answerBy(), today)),
        null,
        one.answerBy(),
        PLACE.of(one.id()));
  }
}
