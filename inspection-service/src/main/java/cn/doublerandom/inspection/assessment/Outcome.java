package cn.doublerandom.inspection.assessment;

/** What became of it. */
public enum Outcome {
  /** 得分成立. */
  CONFIRMED,
  /** 撤销: the unit was right; the year may be scored anew. */
  LIFTED
}
