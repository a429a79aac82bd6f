package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.assessment.AssessmentSummary;
import jakarta.inject.Singleton;

@Singleton
class AssessmentView extends HearingView<AssessmentRow, AssessmentSummary> {
  AssessmentView() {
    super(
        AssessmentRow.class,
        "assessment_view",
        AssessmentSummary.class,
        "CONCLUDED",
        "unit = :unit");
  }
}
