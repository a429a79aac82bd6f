package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.MEASURE_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VIOLATION_UNFOUNDED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.InspectionRejection;
import cn.doublerandom.inspection.visit.Violation.Measure;
import cn.doublerandom.inspection.visit.Violation.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 违法程度、依据、处置措施: what is said of a finding fits what was found (domain §4.2). */
class WeighingTest {
  private static Optional<InspectionRejection> refusal(
      List<String> codes, String clause, Measure measure) {
    return Weighing.refusal(
            new Answer(
                "I-1", codes, "灭火器过期", null, new Violation(Severity.ORDINARY, clause, measure)))
        .map(decision ->
            (InspectionRejection) ((Decision.Rejected<VisitEvent>) decision).rejection());
  }

  private static Optional<InspectionRejection> refusal(String codes, Measure measure) {
    return refusal(List.of(codes.split(" ")), "《道路运输条例》第六十三条", measure);
  }

  @ParameterizedTest
  @CsvSource({"1", "F", "7", "9", "12"})
  void nothing_weighs_that_was_not_found(String code) {
    assertThat(refusal(code, Measure.NONE)).contains(VIOLATION_UNFOUNDED);
  }

  @Test
  void who_says_that_something_is_broken_says_what() {
    assertThat(refusal(List.of("A"), "x", Measure.CORRECTION_ORDER)).contains(REASON_UNFIT);
    assertThat(Weighing.refusal(new Answer("I-1", List.of("1"), ""))).isEmpty();
    assertThat(Weighing.refusal(new Answer("I-1", List.of("A"), "灭火器过期"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "A, NONE",
    "A D, NONE",
    "A 3, NONE",
    "A 3, CORRECTION_ORDER",
    "A D, AUTHORITY_NOTIFIED",
    "E, AUTHORITY_NOTIFIED",
  })
  void what_follows_does_not_fit_what_was_found(String codes, Measure measure) {
    assertThat(refusal(codes, measure)).contains(MEASURE_UNFIT);
  }

  @ParameterizedTest
  @CsvSource({
    "E, NONE",
    "A D, CORRECTION_ORDER",
    "A D 3, CORRECTION_ORDER",
    "A 3, AUTHORITY_NOTIFIED",
    "A G, CASE_FILED",
    "8, STOPPED",
    "8, OTHER",
  })
  void what_follows_fits_what_was_found(String codes, Measure measure) {
    assertThat(refusal(codes, measure)).isEmpty();
  }
}
