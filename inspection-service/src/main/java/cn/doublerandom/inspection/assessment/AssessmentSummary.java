package cn.doublerandom.inspection.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An assessment in the list.
 *
 * @param points as they were frozen
 * @param base of how many
 * @param frozenBy who froze them
 * @param outcome absent until it is concluded
 */
public record AssessmentSummary(
    String id,
    int year,
    String unit,
    int points,
    int base,
    State state,
    LocalDate answerBy,
    String frozenBy,
    @Nullable Outcome outcome) {

  /** Where it stands. */
  public enum State {
    /** The unit is heard. */
    FROZEN,
    /** It answered; another supervisor concludes. */
    ANSWERED,
    CONCLUDED
  }

  /** Of what is known of an assessment that was frozen. */
  public static AssessmentSummary of(String id, Assessment assessment) {
    Assessment.Scored scored = Assessment.scored(assessment).orElseThrow();
    UnitScore score = scored.score();
    return new AssessmentSummary(
        id,
        score.year(),
        score.unit(),
        score.points(),
        score.base(),
        state(assessment),
        scored.answerBy(),
        scored.by(),
        assessment instanceof Assessment.Concluded over ? over.outcome() : null);
  }

  private static State state(Assessment assessment) {
    return switch (assessment) {
      case Assessment.None() -> throw new IllegalStateException("nobody scored it");
      case Assessment.Frozen frozen -> frozen.answer() == null ? State.FROZEN : State.ANSWERED;
      case Assessment.Concluded over -> State.CONCLUDED;
    };
  }
}
