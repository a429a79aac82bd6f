package cn.doublerandom.bureau.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Result codes of the provincial platforms and their texts (docs/glossary.md, 检查结果代码). */
public enum ResultCode {
  NO_PROBLEM("1", "未发现问题", "No problem found"),
  PENDING_FOLLOW_UP("A", "发现问题待后续处理", "Problems found, follow-up pending"),
  NOT_DISCLOSED("B", "未按规定公示应当公示的信息", "Did not disclose what must be disclosed"),
  FALSE_DISCLOSURE("C", "公示信息隐瞒真实情况弄虚作假", "Disclosed false information or hid the facts"),
  UNREACHABLE("6", "通过登记的住所（经营场所）无法联系", "Could not be reached at the registered address"),
  OTHER_OWN_FIELD_VIOLATION("D", "违反本领域其他规定行为", "Broke other rules of this field"),
  FOOD_AND_DRUG_VIOLATION("3", "违反食品药品相关规定", "Broke rules on food and drugs"),
  QUALITY_VIOLATION("4", "违反质量技术监督相关规定", "Broke rules on quality supervision"),
  OTHER_AUTHORITY_VIOLATION("5", "违反其他部门相关规定", "Broke rules of other authorities"),
  PUBLIC_SECURITY_VIOLATION("G", "违反公安部门相关规定", "Broke rules of public security"),
  CORRECTED_ON_ORDER("E", "发现问题经责令已改正", "Problems found, corrected on order"),
  NO_RELATED_ACTIVITY("F", "未发现开展本次抽查涉及的经营活动", "No business activity of the kind inspected"),
  CLOSED_OR_LIQUIDATING("7", "已关闭停业或正在组织清算", "Closed, or in liquidation"),
  OBSTRUCTION("8", "不配合检查情节严重", "Seriously refused to cooperate"),
  DEREGISTERED("9", "注销", "Deregistered"),
  REVOKED("10", "被吊销", "Licence revoked"),
  ANNULLED("11", "被撤销", "Registration annulled"),
  MOVED_OUT("12", "迁出", "Moved away");

  private final String code;
  private final String text;
  private final String english;

  ResultCode(String code, String text, String english) {
    this.code = code;
    this.text = text;
    this.english = english;
  }

  public String code() {
    return code;
  }

  /** What the codes say in public; one that is none, as the retired 2, says nothing. */
  public static String text(List<String> codes) {
    return codes.stream()
        .map(code -> of(code).map(known -> known.text).orElse(""))
        .collect(Collectors.joining("；"));
  }

  /** The same in English, for who does not read Chinese; the Chinese words are those of the law. */
  public static String english(List<String> codes) {
    return codes.stream()
        .map(code -> of(code).map(known -> known.english).orElse(""))
        .collect(Collectors.joining("; "));
  }

  /** That a code goes with the one it belongs under, in both languages. */
  public static Map<String, String> needs(String code, String parent) {
    return Map.of(
        "zh",
        "“%s”要和它的上级结果“%s”一起选。".formatted(text(List.of(code)), text(List.of(parent))),
        "en",
        "“%s” goes with the code it belongs under, “%s”."
            .formatted(english(List.of(code)), english(List.of(parent))));
  }

  /** That some codes exclude each other, in both languages. */
  public static Map<String, String> apart(List<String> codes) {
    return Map.of(
        "zh",
        "“%s”只能选其一。".formatted(text(codes).replace("；", "”“")),
        "en",
        "Choose one of “%s”.".formatted(english(codes).replace("; ", "”, “")));
  }

  /**
   * Whether something was found against a subject; that it does nothing of the kind, has closed or
   * is gone is no finding. A code that is not known, as the retired 2, is one.
   */
  public static boolean areFinding(List<String> codes) {
    return codes.stream().anyMatch(code -> of(code).map(ResultCode::isFinding).orElse(true));
  }

  /**
   * Whether codes still say all that was found: more may be found, and what was corrected may turn
   * out to wait for a follow-up, but nothing found is left out.
   */
  public static boolean keep(List<String> found, List<String> codes) {
    return found.stream()
        .filter(code -> areFinding(List.of(code)))
        .allMatch(code ->
            codes.contains(code)
                || (code.equals(CORRECTED_ON_ORDER.code)
                    && codes.contains(PENDING_FOLLOW_UP.code)));
  }

  private boolean isFinding() {
    return switch (this) {
      case NO_PROBLEM,
          NO_RELATED_ACTIVITY,
          CLOSED_OR_LIQUIDATING,
          DEREGISTERED,
          REVOKED,
          ANNULLED,
          MOVED_OUT ->
          false;
      case PENDING_FOLLOW_UP,
          NOT_DISCLOSED,
          FALSE_DISCLOSURE,
          UNREACHABLE,
          OTHER_OWN_FIELD_VIOLATION,
          FOOD_AND_DRUG_VIOLATION,
          QUALITY_VIOLATION,
          OTHER_AUTHORITY_VIOLATION,
          PUBLIC_SECURITY_VIOLATION,
          CORRECTED_ON_ORDER,
          OBSTRUCTION ->
          true;
    };
  }

  public static Optional<ResultCode> of(String code) {
    return Stream.of(values()).filter(c -> c.code.equals(code)).findAny();
  }

  /**
   * What a subject's result is where its items have these: 1 only where every item has 1, corrected
   * only where nothing waits for a follow-up, no activity only where nothing was found at all.
   */
  public static List<String> combined(Stream<String> itemCodes) {
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
