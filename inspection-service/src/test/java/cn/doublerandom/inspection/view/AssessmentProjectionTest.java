package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.assessment.AssessmentDecider;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentEvent.AssessmentAnswered;
import cn.doublerandom.inspection.assessment.AssessmentEvent.AssessmentConcluded;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.assessment.UnitScore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An assessment is listed with its score and where it stands. */
class AssessmentProjectionTest {
  private static final EventCodec<AssessmentEvent> CODEC = new EventCodec<>(AssessmentEvent.class);
  private static final LocalDate BY = LocalDate.of(2026, 2, 15);
  private static final String ID = "2025-0123456789ab";
  private static final ScoreFrozen FROZEN =
      new ScoreFrozen(new UnitScore(2025, "道路运输股", 12, 100, 93, List.of(), "通知"), BY, "supervisor");

  private static Map<String, AssessmentSummary> rows(AssessmentEvent... events) {
    return ProjectionSpecification.over(store ->
            new AssessmentProjection(
                new AssessmentView(), new CommandHandler<>(store, new AssessmentDecider(), CODEC)))
        .given(CODEC, VisitStreams.ASSESSMENT.of(ID), events)
        .rows("assessment_view", AssessmentSummary.class);
  }

  private static Map<String, AssessmentSummary> row(
      AssessmentSummary.State state, Outcome outcome) {
    return Map.of(
        ID, new AssessmentSummary(ID, 2025, "道路运输股", 93, 100, state, BY, "supervisor", outcome));
  }

  @Test
  void it_is_frozen_answered_and_concluded() {
    var answered = new AssessmentAnswered("因停电补录", "lead");
    var concluded = new AssessmentConcluded(Outcome.LIFTED, "属实", "supervisor-2");

    assertThat(rows(FROZEN)).isEqualTo(row(AssessmentSummary.State.FROZEN, null));
    assertThat(rows(FROZEN, answered)).isEqualTo(row(AssessmentSummary.State.ANSWERED, null));
    assertThat(rows(FROZEN, answered, concluded))
        .isEqualTo(row(AssessmentSummary.State.CONCLUDED, Outcome.LIFTED));
  }
}
