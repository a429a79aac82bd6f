package cn.doublerandom.inspection.assessment;

import cn.doublerandom.inspection.hearing.HearingEvent;
import cn.doublerandom.inspection.hearing.HearingStep;
import cn.doublerandom.inspection.hearing.Opening;
import java.time.LocalDate;
import java.util.List;

/** What happens to the assessment of a unit's year. */
public sealed interface AssessmentEvent extends HearingEvent<AssessmentEvent.ScoreFrozen, Outcome> {
  /**
   * A supervisor froze the score; what is counted later changes nothing.
   *
   * @param answerBy last day on which the unit is waited for
   */
  record ScoreFrozen(UnitScore score, LocalDate answerBy, String by)
      implements AssessmentEvent, Opening {
    /**
     * As it is frozen on a day.
     *
     * @param hearingDays calendar days in which the unit is heard
     */
    public static ScoreFrozen on(LocalDate today, UnitScore score, int hearingDays, String by) {
      return new ScoreFrozen(score, today.plusDays(hearingDays), by);
    }

    @Override
    public List<String> units() {
      return List.of(score.unit());
    }

    @Override
    public HearingStep<ScoreFrozen, Outcome> step() {
      return new HearingStep.Opened<>(this);
    }
  }

  /** The unit was heard. */
  record AssessmentAnswered(String answer, String by) implements AssessmentEvent {
    @Override
    public HearingStep<ScoreFrozen, Outcome> step() {
      return new HearingStep.Answered<>("", answer, by);
    }
  }

  /** Another supervisor concluded. */
  record AssessmentConcluded(Outcome outcome, String reason, String by) implements AssessmentEvent {
    @Override
    public HearingStep<ScoreFrozen, Outcome> step() {
      return new HearingStep.Concluded<>(outcome, reason, by);
    }
  }
}
