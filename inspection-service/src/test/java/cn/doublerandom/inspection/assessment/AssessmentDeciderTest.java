package cn.doublerandom.inspection.assessment;

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
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.rules.ScoreTerms;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.inspection.assessment.AssessmentEvent.AssessmentAnswered;
import cn.doublerandom.inspection.assessment.AssessmentEvent.AssessmentConcluded;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.hearing.HearingCommand.Answer;
import cn.doublerandom.inspection.hearing.HearingCommand.Conclude;
import cn.doublerandom.inspection.hearing.HearingCommand.Open;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The year of a unit is scored by rows, the unit is heard, and another supervisor concludes. */
class AssessmentDeciderTest {
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 5);
  private static final LocalDate BY = LocalDate.of(2026, 2, 15);
  private static final String UNIT = "道路运输股";
  private static final String OFFICE = "纪检监察室";
  private static final ScoreTerms TERMS =
      new ScoreTerms(
          100,
          10,
          300,
          List.of(
              new ScoreTerms.Deduction("LATE_RESULT", 1, 2),
              new ScoreTerms.Deduction("TICKET_UPHELD", 5, 20)));
  private static final UnitScore SCORE =
      UnitScore.of(
          TERMS,
          "清交双随机办〔2023〕1号",
          2025,
          UNIT,
          12,
          Map.of(Fact.LATE_RESULT, List.of("V3", "V1", "V2"), Fact.TICKET_UPHELD, List.of("T1")));
  private static final ScoreFrozen FROZEN = new ScoreFrozen(SCORE, BY, "supervisor");
  private static final AssessmentAnswered ANSWERED = new AssessmentAnswered("因停电补录", "lead");

  private static DeciderSpecification<
              HearingCommand<ScoreFrozen, Outcome>, AssessmentEvent, Hearing<ScoreFrozen, Outcome>>
          .Given
      given(AssessmentEvent... events) {
    return DeciderSpecification.of(new AssessmentDecider()).given(events);
  }

  private static Open<ScoreFrozen, Outcome> freeze(
      Optional<UnitScore> score, String unit, LocalDate today) {
    return new Open<>(
        score.map(one -> ScoreFrozen.on(today, one, TERMS.hearingDays(), "supervisor")),
        unit,
        today);
  }

  private static Open<ScoreFrozen, Outcome> freeze() {
    return freeze(Optional.of(SCORE), OFFICE, FEBRUARY);
  }

  private static Conclude<ScoreFrozen, Outcome> conclude(String by, String unit, LocalDate today) {
    return new Conclude<>(Outcome.CONFIRMED, "证据属实", by, unit, today);
  }

  private static AssessmentConcluded concluded(Outcome outcome) {
    return new AssessmentConcluded(outcome, "证据属实", "supervisor-2");
  }

  @Test
  void every_point_has_its_rows_and_a_kind_of_fact_costs_no_more_than_its_most() {
    assertThat(SCORE.points()).isEqualTo(93);
    assertThat(SCORE.lines())
        .containsExactly(
            new UnitScore.Line(Fact.LATE_RESULT, 1, 2, 2, List.of("V1", "V2", "V3")),
            new UnitScore.Line(Fact.TICKET_UPHELD, 5, 20, 5, List.of("T1")));
    assertThat(UnitScore.of(TERMS, "", 2025, UNIT, 1, Map.of()).points()).isEqualTo(100);
  }

  @Test
  void a_year_is_frozen_when_it_is_over_and_the_unit_is_heard_for_the_days_of_the_pack() {
    given().when(freeze()).then(FROZEN);
    given()
        .when(freeze(Optional.of(SCORE), OFFICE, LocalDate.of(2025, 12, 31)))
        .thenRejected(ASSESSMENT_YEAR_NOT_OVER);
  }

  @Test
  void nothing_is_frozen_without_a_visit_nor_of_ones_own_unit_nor_twice() {
    given()
        .when(freeze(Optional.empty(), OFFICE, FEBRUARY))
        .thenRejected(ASSESSMENT_NOTHING_TO_SCORE);
    given().when(freeze(Optional.of(SCORE), UNIT, FEBRUARY)).thenRejected(ASSESSMENT_OWN_UNIT);
    given(FROZEN).when(freeze()).thenRejected(ASSESSMENT_FROZEN);
    given(FROZEN, ANSWERED, concluded(Outcome.CONFIRMED))
        .when(freeze())
        .thenRejected(ASSESSMENT_CONCLUDED);
  }

  @Test
  void what_was_lifted_is_frozen_anew() {
    given(FROZEN, ANSWERED, concluded(Outcome.LIFTED)).when(freeze()).then(FROZEN);
  }

  @Test
  void the_unit_alone_answers_in_words_and_once() {
    given(FROZEN).when(new Answer<>("因停电补录", "lead", UNIT)).then(ANSWERED);
    given(FROZEN)
        .when(new Answer<>("不关我们的事", "lead2", "养护中心"))
        .thenRejected(ASSESSMENT_OF_ANOTHER_UNIT);
    given(FROZEN).when(new Answer<>("。", "lead", UNIT)).thenRejected(ASSESSMENT_WORDS_MISSING);
    given(FROZEN, ANSWERED)
        .when(new Answer<>("再说一次", "lead", UNIT))
        .thenRejected(ASSESSMENT_ANSWERED);
    given().when(new Answer<>("因停电", "lead", UNIT)).thenRejected(ASSESSMENT_UNKNOWN);
  }

  @Test
  void nobody_concludes_unheard_nor_what_he_froze_nor_on_his_own_unit() {
    given(FROZEN).when(conclude("supervisor-2", OFFICE, BY)).thenRejected(ASSESSMENT_UNHEARD);
    given(FROZEN)
        .when(conclude("supervisor-2", OFFICE, BY.plusDays(1)))
        .then(concluded(Outcome.CONFIRMED));
    given(FROZEN, ANSWERED)
        .when(conclude("supervisor-2", OFFICE, FEBRUARY))
        .then(concluded(Outcome.CONFIRMED));
    given(FROZEN, ANSWERED)
        .when(conclude("Supervisor", OFFICE, FEBRUARY))
        .thenRejected(ASSESSMENT_NEEDS_SECOND_PERSON);
    given(FROZEN, ANSWERED)
        .when(conclude("supervisor-2", UNIT, FEBRUARY))
        .thenRejected(ASSESSMENT_OWN_UNIT);
    given(FROZEN, ANSWERED, concluded(Outcome.CONFIRMED))
        .when(conclude("supervisor-3", OFFICE, FEBRUARY))
        .thenRejected(ASSESSMENT_CONCLUDED);
  }
}
