package cn.doublerandom.registry.inspector;

/** Why somebody may not inspect another, as he says it; what follows from the register is not. */
public enum DeclaredReason {
  DECLARED_INTEREST,
  RELATIVE,
  FORMER_EMPLOYER,
  SUBJECT_REQUEST
}
