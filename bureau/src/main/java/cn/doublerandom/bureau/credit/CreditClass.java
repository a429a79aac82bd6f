package cn.doublerandom.bureau.credit;

import java.util.Map;
import java.util.Optional;

/** 企业信用风险分类 by the words plans use for it (国市监信发〔2022〕6号 and local schemes). */
public final class CreditClass {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("A", "A"),
          Map.entry("低风险", "A"),
          Map.entry("信用风险低", "A"),
          Map.entry("守信", "A"),
          Map.entry("B", "B"),
          Map.entry("一般风险", "B"),
          Map.entry("信用风险一般", "B"),
          Map.entry("警示", "B"),
          Map.entry("C", "C"),
          Map.entry("较高风险", "C"),
          Map.entry("信用风险较高", "C"),
          Map.entry("失信", "C"),
          Map.entry("D", "D"),
          Map.entry("高风险", "D"),
          Map.entry("信用风险高", "D"),
          Map.entry("严重失信", "D"));

  private CreditClass() {}

  /** A to D, where a tier is named by a credit class. */
  public static Optional<String> of(String tier) {
    return Optional.ofNullable(NAMES.get(tier));
  }
}
