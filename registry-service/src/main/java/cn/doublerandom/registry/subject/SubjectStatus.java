package cn.doublerandom.registry.subject;

/** 登记状态: 存续, 停业, 注销, 迁出, 吊销. */
public enum SubjectStatus {
  ACTIVE,
  SUSPENDED,
  CANCELLED,
  MOVED_OUT,
  /** The licence was taken away: neither drawn nor counted, and not the firm's own end. */
  REVOKED;

  /** Whether a subject has left: neither drawn nor counted. */
  boolean isGone() {
    return switch (this) {
      case ACTIVE, SUSPENDED -> false;
      case CANCELLED, MOVED_OUT, REVOKED -> true;
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
    };
  }
}
