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

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.assessment.AssessmentCommand.AnswerAssessment;
import cn.doublerandom.inspection.assessment.AssessmentCommand.ConcludeAssessment;
import cn.doublerandom.inspection.assessment.AssessmentCommand.FreezeScore;
import cn.doublerandom.inspection.assessment.AssessmentEvent.AssessmentAnswered;
import cn.doublerandom.inspection.assessment.AssessmentEvent.AssessmentConcluded;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;

/** 年度考核 (R48, R60): a unit is scored by rows, heard, and concluded on by another supervisor. */
public final class AssessmentDecider
    implements Decider<AssessmentCommand, AssessmentEvent, Assessment> {
  @Override
  public Assessment initial() {
    return new Assessment.None();
  }

  @Override
  public Decision<AssessmentEvent> decide(AssessmentCommand command, Assessment assessment) {
    return switch (command) {
      case FreezeScore freeze -> freeze(freeze, assessment);
      case AnswerAssessment answer -> answer(answer, assessment);
      case ConcludeAssessment conclude -> conclude(conclude, assessment);
    };
  }

  private static Decision<AssessmentEvent> freeze(FreezeScore freeze, Assessment assessment) {
    return switch (assessment) {
      case Assessment.Frozen frozen -> reject(ASSESSMENT_FROZEN);
      case Assessment.Concluded over when over.outcome() == Outcome.CONFIRMED ->
          reject(ASSESSMENT_CONCLUDED);
      case Assessment.Concluded lifted -> frozen(freeze);
      case Assessment.None() -> frozen(freeze);
    };
  }

  private static Decision<AssessmentEvent> frozen(FreezeScore freeze) {
    if (freeze.score().isEmpty()) {
      return reject(ASSESSMENT_NOTHING_TO_SCORE);
    }
    UnitScore score = freeze.score().get();
    if (isOf(score, freeze.unit())) {
      return reject(ASSESSMENT_OWN_UNIT);
    } else if (score.year() >= freeze.today().getYear()) {
      return reject(ASSESSMENT_YEAR_NOT_OVER, "field", "year");
    }
    return accept(
        new ScoreFrozen(score, freeze.today().plusDays(freeze.hearingDays()), freeze.by()));
  }

  private static Decision<AssessmentEvent> answer(AnswerAssessment answer, Assessment assessment) {
    return switch (assessment) {
      case Assessment.None() -> reject(ASSESSMENT_UNKNOWN);
      case Assessment.Concluded over -> reject(ASSESSMENT_CONCLUDED);
      case Assessment.Frozen frozen when !isOf(frozen.scored().score(), answer.unit()) ->
          reject(ASSESSMENT_OF_ANOTHER_UNIT);
      case Assessment.Frozen frozen when frozen.answer() != null -> reject(ASSESSMENT_ANSWERED);
      case Assessment.Frozen frozen when !ReasonText.isInWords(answer.answer()) ->
          reject(ASSESSMENT_WORDS_MISSING, "field", "answer");
      case Assessment.Frozen frozen -> accept(new AssessmentAnswered(answer.answer(), answer.by()));
    };
  }

  private static Decision<AssessmentEvent> conclude(
      ConcludeAssessment conclude, Assessment assessment) {
    return switch (assessment) {
      case Assessment.None() -> reject(ASSESSMENT_UNKNOWN);
      case Assessment.Concluded over -> reject(ASSESSMENT_CONCLUDED);
      case Assessment.Frozen frozen when isOf(frozen.scored().score(), conclude.unit()) ->
          reject(ASSESSMENT_OWN_UNIT);
      case Assessment.Frozen frozen when SecondPerson.isSame(conclude.by(), frozen.scored().by()) ->
          reject(ASSESSMENT_NEEDS_SECOND_PERSON);
      case Assessment.Frozen frozen
          when frozen.answer() == null && !conclude.today().isAfter(frozen.scored().answerBy()) ->
          reject(ASSESSMENT_UNHEARD, "answerBy", frozen.scored().answerBy().toString());
      case Assessment.Frozen frozen when !ReasonText.isInWords(conclude.reason()) ->
          reject(ASSESSMENT_WORDS_MISSING, "field", "reason");
      case Assessment.Frozen frozen ->
          accept(new AssessmentConcluded(conclude.outcome(), conclude.reason(), conclude.by()));
    };
  }

  /** Whether somebody is of the unit; who has none is of nobody's. */
  private static boolean isOf(UnitScore score, String unit) {
    return !SecondPerson.isNobody(unit) && SecondPerson.isSame(score.unit(), unit);
  }

  @Override
  public Assessment evolve(Assessment assessment, AssessmentEvent event) {
    return switch (event) {
      case ScoreFrozen(var score, var answerBy, var by) ->
          new Assessment.Frozen(new Assessment.Scored(score, answerBy, by), null);
      case AssessmentAnswered(var answer, var by) ->
          new Assessment.Frozen(frozen(assessment).scored(), new Assessment.Answer(answer, by));
      case AssessmentConcluded(var outcome, var reason, var by) ->
          new Assessment.Concluded(
              frozen(assessment).scored(), frozen(assessment).answer(), outcome, reason, by);
    };
  }

  private static Assessment.Frozen frozen(Assessment assessment) {
    return switch (assessment) {
      case Assessment.Frozen frozen -> frozen;
      case Assessment.None() -> throw new IllegalStateException("nobody scored it");
      case Assessment.Concluded over -> throw new IllegalStateException("it is over");
    };
  }
}
