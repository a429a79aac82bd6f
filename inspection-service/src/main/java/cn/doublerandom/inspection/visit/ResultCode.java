package cn.doublerandom.inspection.visit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Result codes of the provincial platforms (docs/glossary.md, 检查结果代码). */
public enum ResultCode {
  NO_PROBLEM("1"),
  PENDING_FOLLOW_UP("A"),
  NOT_DISCLOSED("B"),
  FALSE_DISCLOSURE("C"),
  UNREACHABLE("6"),
  OTHER_OWN_FIELD_VIOLATION("D"),
  FOOD_AND_DRUG_VIOLATION("3"),
  QUALITY_VIOLATION("4"),
  OTHER_AUTHORITY_VIOLATION("5"),
  PUBLIC_SECURITY_VIOLATION("G"),
  CORRECTED_ON_ORDER("E"),
  NO_RELATED_ACTIVITY("F"),
  CLOSED_OR_LIQUIDATING("7"),
  OBSTRUCTION("8"),
  DEREGISTERED("9"),
  REVOKED("10"),
  ANNULLED("11"),
  MOVED_OUT("12");

  private final String code;

  ResultCode(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Optional<ResultCode> of(String code) {
    return Stream.of(values()).filter(c -> c.code.equals(code)).findAny();
  }

  /**
   * What a subject's result is where its items have these: 1 only where every item has 1, corrected
   * only where nothing waits for a follow-up, no activity only where nothing was found at all.
   */
  static List<String> combined(Stream<String> itemCodes) {
    List<String> all = itemCodes.distinct().sorted().toList();
    List<String> problems = all.stream().filter(c -> !c.equals(NO_PROBLEM.code)).toList();
    List<String> weaker =
        problems.contains(PENDING_FOLLOW_UP.code)
            ? List.of(CORRECTED_ON_ORDER.code, NO_RELATED_ACTIVITY.code)
            : problems.contains(CORRECTED_ON_ORDER.code)
                ? List.of(NO_RELATED_ACTIVITY.code)
                : List.of();
    return problems.isEmpty()
        ? all
        : problems.stream().filter(code -> !weaker.contains(code)).toList();
  }
}
