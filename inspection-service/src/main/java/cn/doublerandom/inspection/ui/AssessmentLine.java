package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.assessment.AssessmentSummary;
import cn.doublerandom.inspection.assessment.Outcome;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of the list of 年度考核. */
@TemplateData
public record AssessmentLine(
    String id,
    String unit,
    int year,
    int points,
    int base,
    LocalDate answerBy,
    AssessmentSummary.State state,
    String look,
    @Nullable Outcome outcome) {
  static AssessmentLine of(AssessmentSummary one) {
    return new AssessmentLine(
        one.id(),
        one.unit(),
        one.year(),
        one.points(),
        one.base(),
        one.answerBy(),
        one.state(),
        one.state() == AssessmentSummary.State.CONCLUDED ? "quiet" : "warn",
        one.outcome());
  }
}
