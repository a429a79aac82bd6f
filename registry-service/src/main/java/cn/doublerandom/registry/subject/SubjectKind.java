package cn.doublerandom.registry.subject;

/** 检查对象类型. */
public enum SubjectKind {
  ENTERPRISE,
  PROJECT
}
