package cn.doublerandom.inspection.visit;

import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.InspectionRejection.MEASURE_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.REASON_UNFIT;
import static cn.doublerandom.inspection.InspectionRejection.VIOLATION_UNFOUNDED;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.visit.Violation.Measure;
import java.util.List;
import java.util.Optional;

/**
 * What is said of the weight of a finding fits its codes: nothing weighs that was not found, what
 * waits for a follow-up has one, and what belongs to another authority is told to it.
 */
final class Weighing {
  /** Violations of another authority's rules: 3, 4, 5 and G. */
  private static final List<String> OF_OTHERS = List.of("3", "4", "5", "G");

  private Weighing() {}

  static Optional<Decision<VisitEvent>> refusal(Answer answer) {
    Violation said = answer.violation();
    if (said == null) {
      return Optional.empty();
    } else if (!ResultCode.areFinding(answer.codes())) {
      return Optional.of(reject(VIOLATION_UNFOUNDED, "field", "violation.severity"));
    } else if (!ReasonText.isInWords(said.clause())) {
      return Optional.of(reject(REASON_UNFIT, "field", "violation.clause"));
    }
    return isFit(said.measure(), answer.codes())
        ? Optional.empty()
        : Optional.of(reject(MEASURE_UNFIT, "field", "violation.measure"));
  }

  private static boolean isFit(Measure measure, List<String> codes) {
    boolean waits = codes.contains(ResultCode.PENDING_FOLLOW_UP.code());
    boolean ofOthers = codes.stream().anyMatch(OF_OTHERS::contains);
    return switch (measure) {
      case NONE -> !waits && !ofOthers;
      case CORRECTION_ORDER -> !ofOthers || codes.stream().anyMatch("D"::equals);
      case AUTHORITY_NOTIFIED -> ofOthers;
      case STOPPED, CASE_FILED, OTHER -> true;
    };
  }
}
