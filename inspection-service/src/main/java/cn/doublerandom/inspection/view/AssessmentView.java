package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.assessment.AssessmentDirectory;
import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class AssessmentView implements AssessmentDirectory {
  final Documents<AssessmentRow, AssessmentSummary> rows =
      new Documents<>(AssessmentRow.class, "assessment_view", AssessmentSummary.class);

  @Override
  public CompletionStage<List<AssessmentSummary>> page(String after, int limit) {
    return rows.page(after, limit);
  }

  @Override
  public CompletionStage<List<AssessmentSummary>> open(int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM assessment_view
        WHERE bureau = :bureau AND state <> 'CONCLUDED' ORDER BY id
        """,
        Map.of(),
        limit);
  }

  @Override
  public CompletionStage<List<AssessmentSummary>> of(String unit, String after, int limit) {
    return rows.select(
        """
        SELECT bureau, id, body FROM assessment_view
        WHERE bureau = :bureau AND unit = :unit AND id > :after
        ORDER BY id
        """,
        Map.of("unit", unit, "after", after),
        limit);
  }
}
