package cn.doublerandom.inspection.visit;

/**
 * What a finding weighs, what it breaks, and what follows (docs/glossary.md, 后续处置措施).
 *
 * @param clause of the law or regulation that is broken, in words
 */
public record Violation(Severity severity, String clause, Measure measure) {
  /** How grave a finding is. */
  public enum Severity {
    /** 轻微. */
    MINOR,
    /** 一般. */
    ORDINARY,
    /** 严重. */
    SERIOUS
  }

  /** What follows a finding. */
  public enum Measure {
    /** 无需后续处理：已规范、已改正. */
    NONE,
    /** 停止检查，反馈日常监管部门. */
    STOPPED,
    /** 违反本部门规定，责令改正，后续跟踪. */
    CORRECTION_ORDER,
    /** 发现案件线索，固定证据后移送办案机构. */
    CASE_FILED,
    /** 违反其他部门规定，抄告. */
    AUTHORITY_NOTIFIED,
    /** 其他. */
    OTHER
  }
}
