package cn.doublerandom.inspection.visit;

/**
 * What has to be done before a visit begins, by the rule pack that was in force when it was
 * assigned.
 *
 * @param clause of the document that asks for it; a refusal names it
 */
public record Gate(Step step, String clause) {
  /** Of what kind it is. */
  public enum Step {
    /** 业务培训: each member confirms that he was trained (R62). */
    TRAINING,
    /** 行政检查审批表: a second person agrees. */
    APPROVAL,
    /** 行政检查通知书: served with a receipt, unless the visit was approved as an unannounced one. */
    NOTICE
  }
}
