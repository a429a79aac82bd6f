package cn.doublerandom.servicekit.board;

/** What figures of the board are about; they stand in this order. */
public enum BoardGroup {
  /** 年度抽查企业占比, as it is and as the plan of the year will make it (R8). */
  COVERAGE,
  /** 公示率. */
  PUBLICATION,
  /** 时限: what is open, near and past (R56). */
  DEADLINES,
  /** 发现问题率 (R7). */
  PROBLEMS,
  /** 检查 week by week. */
  VISITS,
  /** 积压与滞后 of a service's memory. */
  MEMORY
}
