package cn.doublerandom.registry.subject;

/** 登记状态: 存续, 停业, 注销, 迁出, 吊销, 撤销登记, 待核准. */
public enum SubjectStatus {
  ACTIVE,
  SUSPENDED,
  CANCELLED,
  MOVED_OUT,
  /** The licence was taken away: neither drawn nor counted, and not the firm's own end. */
  REVOKED,
  /** The registration was void from its beginning (被撤销): no penalty, and not the firm's own end. */
  ANNULLED,
  /** New to a register that has subjects: neither drawn nor counted until another person agrees. */
  UNCONFIRMED;

  /** Whether a subject has left, or has not come yet: neither drawn nor counted. */
  boolean isGone() {
    return switch (this) {
      case ACTIVE, SUSPENDED -> false;
      case CANCELLED, MOVED_OUT, REVOKED, ANNULLED, UNCONFIRMED -> true;
    };
  }

  /** What an officer reads. */
  public String word() {
    return switch (this) {
      case ACTIVE -> "存续";
      case SUSPENDED -> "停业";
      case CANCELLED -> "注销";
      case MOVED_OUT -> "迁出";
      case REVOKED -> "吊销";
      case ANNULLED -> "撤销登记";
      case UNCONFIRMED -> "待核准";
    };
  }
}
