package cn.doublerandom.registry.inspector;

import java.util.Map;
import java.util.stream.Collectors;

/** Why an inspector may not inspect somebody, by code and as officers say it. */
public final class RecusalReason {
  /** What a table or a request may say; what follows from the register has a code of its own. */
  public static final Map<String, String> CODES =
      Map.of(
          "申报利害关系", "DECLARED_INTEREST",
          "近亲属", "RELATIVE",
          "曾任职", "FORMER_EMPLOYER",
          "检查对象申请", "SUBJECT_REQUEST");

  private static final Map<String, String> WORDS =
      CODES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

  private RecusalReason() {}

  /** For example 近亲属; a code nobody knows stays as it is. */
  public static String words(String code) {
    return WORDS.getOrDefault(code, code);
  }
}
