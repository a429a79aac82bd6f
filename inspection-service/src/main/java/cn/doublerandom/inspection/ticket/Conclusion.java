package cn.doublerandom.inspection.ticket;

/** What became of it; none of them is a penalty. */
public enum Conclusion {
  /** 说明成立: the unit explained it. */
  EXPLAINED,
  /** 提醒: nothing was wrong enough to be put right, and it should not go on. */
  REMINDED,
  /** 责成整改: the unit is to put it right. */
  TO_BE_PUT_RIGHT
}
