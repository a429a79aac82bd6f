package cn.doublerandom.registry.subject;

import java.util.List;
import java.util.Map;

/** 企业信用风险等级 (国市监信发〔2022〕6号): A 低, B 一般, C 较高, D 高; NONE where a subject is not classified. */
public enum CreditRiskClass {
  A,
  B,
  C,
  D,
  NONE;

  /**
   * The words offices use for the classes, the local scheme 守信/警示/失信/严重失信 among them: it has four
   * steps in the same order.
   */
  public static final Map<String, CreditRiskClass> WORDS =
      Map.ofEntries(
          Map.entry("A", A),
          Map.entry("B", B),
          Map.entry("C", C),
          Map.entry("D", D),
          Map.entry("守信", A),
          Map.entry("警示", B),
          Map.entry("失信", C),
          Map.entry("严重失信", D),
          Map.entry("未分类", NONE));

  /** In their order, for whoever wrote another. */
  public static final List<String> TOLD = List.of("A", "B", "C", "D", "未分类");
}
