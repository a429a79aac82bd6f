package cn.doublerandom.inspection.assessment;

import java.time.LocalDate;
import java.util.Optional;

/** What may be asked of the assessment of a unit's year. */
public sealed interface AssessmentCommand {
  /**
   * @param score as it is counted now; empty where the unit had no visit, or no pack scores
   * @param hearingDays calendar days in which the unit is heard
   * @param unit of who asks; empty where he has none
   * @param today business day
   */
  record FreezeScore(
      Optional<UnitScore> score, int hearingDays, String by, String unit, LocalDate today)
      implements AssessmentCommand {}

  /**
   * @param unit of who answers
   */
  record AnswerAssessment(String answer, String by, String unit) implements AssessmentCommand {}

  /**
   * @param unit of who concludes; empty where he has none
   * @param today business day
   */
  record ConcludeAssessment(Outcome outcome, String reason, String by, String unit, LocalDate today)
      implements AssessmentCommand {}
}
