package cn.doublerandom.registry.subject;

/** 登记状态. */
public enum SubjectStatus {
  ACTIVE,
  SUSPENDED,
  CANCELLED,
  MOVED_OUT
}
