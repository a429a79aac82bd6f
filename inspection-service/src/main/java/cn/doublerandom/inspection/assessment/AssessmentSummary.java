package cn.doublerandom.inspection.assessment;

import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingSummary;
import java.time.LocalDate;
import java.util.List;
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
    @Nullable Outcome outcome)
    implements HearingSummary {

  /** Where it stands. */
  public enum State {
    /** The unit is heard. */
    FROZEN,
    /** It answered; another supervisor concludes. */
    ANSWERED,
    CONCLUDED;

    /** The same of any hearing. */
    public static State of(Hearing.Stage stage) {
      return switch (stage) {
        case ASKED -> FROZEN;
        case ANSWERED -> ANSWERED;
        case OVER -> CONCLUDED;
      };
    }
  }

  /** Of what is known of an assessment that was frozen. */
  public static AssessmentSummary of(String id, Hearing<ScoreFrozen, Outcome> assessment) {
    ScoreFrozen frozen = assessment.opened().orElseThrow();
    UnitScore score = frozen.score();
    return new AssessmentSummary(
        id,
        score.year(),
        score.unit(),
        score.points(),
        score.base(),
        State.of(assessment.stage()),
        frozen.answerBy(),
        frozen.by(),
        assessment.ended().map(Hearing.Over::conclusion).orElse(null));
  }

  @Override
  public List<String> units() {
    return List.of(unit);
  }

  @Override
  public List<String> unheard() {
    return state == State.FROZEN ? units() : List.of();
  }

  @Override
  public String begunBy() {
    return frozenBy;
  }
}
