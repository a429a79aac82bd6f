package cn.doublerandom.inspection.followup;

/** What follows a finding. */
public enum FollowUpKind {
  /** 责令改正: the subject corrects by a day, and two officers look again. */
  CORRECTION,
  /** 抄告: another authority is told. */
  NOTIFICATION,
  /** 移送: another authority takes the case over. */
  TRANSFER,
  /** 移送司法: a judicial organ does. */
  CRIMINAL;

  /** Whether somebody else has to say that he received it. */
  public boolean goesOut() {
    return this != CORRECTION;
  }
}
