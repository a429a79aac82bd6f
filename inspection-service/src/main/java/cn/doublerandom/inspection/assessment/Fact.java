package cn.doublerandom.inspection.assessment;

/** What a unit's year is scored by; each is of a unit, none of a person. */
public enum Fact {
  /** 逾期录入结果: visits whose result was not recorded by its day. */
  LATE_RESULT,
  /** 结果被退回: visits whose result came back. */
  RETURNED_RESULT,
  /** 督导单责成整改: tickets concluded so. */
  TICKET_UPHELD,
  /** 回头看结果不一致: visits others saw again and found otherwise. */
  REVISIT_DISAGREED,
  /** 企业评价偏低: tasks and quarters whose mean is low. */
  RATED_LOW
}
