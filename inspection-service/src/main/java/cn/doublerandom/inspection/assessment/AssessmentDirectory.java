package cn.doublerandom.inspection.assessment;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The assessments as they are read. */
public interface AssessmentDirectory {
  /** At most {@code limit} with an id after {@code after}, ascending. */
  CompletionStage<List<AssessmentSummary>> page(String after, int limit);

  /** At most {@code limit} that are not concluded, ascending by id. */
  CompletionStage<List<AssessmentSummary>> open(int limit);

  /** At most {@code limit} of one unit with an id after {@code after}, ascending. */
  CompletionStage<List<AssessmentSummary>> of(String unit, String after, int limit);
}
