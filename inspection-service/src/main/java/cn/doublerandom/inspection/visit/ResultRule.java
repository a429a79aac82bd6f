package cn.doublerandom.inspection.visit;

import static cn.doublerandom.inspection.InspectionRejection.RESULT_CONTRADICTORY;
import static cn.doublerandom.inspection.InspectionRejection.RESULT_INCOMPLETE;

import cn.doublerandom.bureau.result.ResultCode;
import cn.doublerandom.eventstore.decider.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which result codes may stand together, by the rule packs in force.
 *
 * @param oneOf of each group an answer has one code at most
 * @param oneOfSubject of each group the answers of all items have one code at most
 * @param under codes that need the code they belong under
 * @param rulePack packs in force
 */
public record ResultRule(
    List<List<String>> oneOf,
    List<List<String>> oneOfSubject,
    Map<String, String> under,
    String rulePack) {
  public ResultRule {
    oneOf = oneOf.stream().map(List::copyOf).toList();
    oneOfSubject = oneOfSubject.stream().map(List::copyOf).toList();
    under = Map.copyOf(under);
  }

  /** What speaks against an answer beside the others given so far. */
  Optional<Decision<VisitEvent>> refusal(Answer answer, Map<String, Answer> others) {
    List<String> codes = answer.codes();
    List<String> ofSubject = new ArrayList<>(codes);
    others.values().stream()
        .filter(other -> !other.itemCode().equals(answer.itemCode()))
        .flatMap(other -> other.codes().stream())
        .filter(code -> !ofSubject.contains(code))
        .forEach(ofSubject::add);
    return Stream.concat(apart(oneOf, codes), apart(oneOfSubject, ofSubject))
        .findFirst()
        .<Decision<VisitEvent>>map(both ->
            Decision.reject(
                RESULT_CONTRADICTORY,
                Map.of(
                    "field",
                    "codes",
                    "codes",
                    String.join("、", both),
                    "more",
                    ResultCode.apart(both))))
        .or(() -> codes.stream().flatMap(code -> orphan(code, codes).stream()).findFirst());
  }

  private Optional<Decision<VisitEvent>> orphan(String code, List<String> codes) {
    String parent = under.get(code);
    return parent == null || codes.contains(parent)
        ? Optional.empty()
        : Optional.of(
            Decision.reject(
                RESULT_INCOMPLETE,
                Map.of(
                    "field",
                    "codes",
                    "code",
                    code,
                    "needs",
                    parent,
                    "more",
                    ResultCode.needs(code, parent))));
  }

  private static Stream<List<String>> apart(List<List<String>> groups, List<String> codes) {
    return groups.stream()
        .map(group -> codes.stream().filter(group::contains).toList())
        .filter(both -> both.size() > 1);
  }
}
