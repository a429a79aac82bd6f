package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.assessment.AssessmentEvent;
import cn.doublerandom.inspection.assessment.AssessmentEvent.ScoreFrozen;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The assessments of the years. */
@Singleton
class AssessmentProjection
    extends HearingProjection<ScoreFrozen, Outcome, AssessmentEvent, AssessmentSummary> {
  @Inject
  AssessmentProjection(
      AssessmentView assessments,
      CommandHandler<
              HearingCommand<ScoreFrozen, Outcome>, AssessmentEvent, Hearing<ScoreFrozen, Outcome>>
          handler) {
    super(VisitStreams.ASSESSMENT, assessments.rows, handler, AssessmentSummary::of);
  }

  @Override
  public String name() {
    return "assessments";
  }
}
