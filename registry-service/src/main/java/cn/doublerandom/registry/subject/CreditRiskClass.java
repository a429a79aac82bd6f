package cn.doublerandom.registry.subject;

/** 企业信用风险等级: A 低, B 一般, C 较高, D 高; NONE where a subject is not classified. */
public enum CreditRiskClass {
  A,
  B,
  C,
  D,
  NONE
}
