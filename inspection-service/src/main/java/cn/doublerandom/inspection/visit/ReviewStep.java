package cn.doublerandom.inspection.visit;

/**
 * Who looks at a recorded result before it is final, by the rule pack that was in force when it was
 * recorded.
 *
 * @param clause of the document that asks for it
 */
public record ReviewStep(By by, String clause) {
  /** Whose step it is. */
  public enum By {
    /** 组长或者单位负责人确认: one of the team or the lead of its unit, never who recorded. */
    LEADER,
    /** 法制审核: a legal reviewer who was not there. */
    LEGAL
  }
}
