package cn.doublerandom.inspection.assessment;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_ANSWERED;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_CONCLUDED;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_FROZEN;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_NOTHING_TO_SCORE;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_OF_ANOTHER_UNIT;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_OWN_UNIT;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_UNHEARD;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_UNKNOWN;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_WORDS_MISSING;
import static cn.doublerandom.inspection.AssessmentRejection.ASSESSMENT_YEAR_NOT_OVER;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.assessment.AssessmentEvent.AssessmentAnswered;
import cn.doublerandom.inspection.assessment.AssessmentEvent.AssessmentConcluded;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.hearing.HearingDecider;
import cn.doublerandom.inspection.hearing.HearingRefusals;
import cn.doublerandom.inspection.hearing.HearingStep;
import java.time.LocalDate;

/** 年度考核 (R48, R60): the year of a unit is scored by rows, once it is over. */
public final class AssessmentDecider extends HearingDecider<ScoreFrozen, Outcome, AssessmentEvent> {
  public AssessmentDecider() {
    super(
        new HearingRefusals(
            ASSESSMENT_UNKNOWN,
            ASSESSMENT_NOTHING_TO_SCORE,
            ASSESSMENT_FROZEN,
            ASSESSMENT_CONCLUDED,
            ASSESSMENT_ANSWERED,
            ASSESSMENT_UNHEARD,
            ASSESSMENT_WORDS_MISSING,
            ASSESSMENT_OWN_UNIT,
            ASSESSMENT_OF_ANOTHER_UNIT,
            ASSESSMENT_NEEDS_SECOND_PERSON));
  }

  @Override
  protected Decision<AssessmentEvent> open(ScoreFrozen frozen, LocalDate today) {
    return frozen.score().year() >= today.getYear()
        ? reject(ASSESSMENT_YEAR_NOT_OVER, "field", "year")
        : accept(frozen);
  }

  @Override
  protected boolean mayBeginAnew(Outcome outcome) {
    return outcome == Outcome.LIFTED;
  }

  @Override
  protected AssessmentEvent event(HearingStep<ScoreFrozen, Outcome> step) {
    return switch (step) {
      case HearingStep.Opened<ScoreFrozen, Outcome>(var frozen) -> frozen;
      case HearingStep.Answered<ScoreFrozen, Outcome>(var unit, var answer, var by) ->
          new AssessmentAnswered(answer, by);
      case HearingStep.Concluded<ScoreFrozen, Outcome>(var outcome, var reason, var by) ->
          new AssessmentConcluded(outcome, reason, by);
    };
  }
}
