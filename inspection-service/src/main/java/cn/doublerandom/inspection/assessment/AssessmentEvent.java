package cn.doublerandom.inspection.assessment;

import java.time.LocalDate;

/** What happens to the assessment of a unit's year. */
public sealed interface AssessmentEvent {
  /**
   * A supervisor froze the score; what is counted later changes nothing.
   *
   * @param answerBy last day on which the unit is waited for
   */
  record ScoreFrozen(UnitScore score, LocalDate answerBy, String by) implements AssessmentEvent {}

  /** The unit was heard. */
  record AssessmentAnswered(String answer, String by) implements AssessmentEvent {}

  /** Another supervisor concluded. */
  record AssessmentConcluded(Outcome outcome, String reason, String by)
      implements AssessmentEvent {}
}
