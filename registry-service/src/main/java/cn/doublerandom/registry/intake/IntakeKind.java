package cn.doublerandom.registry.intake;

/** Which register a table is for. */
public enum IntakeKind {
  SUBJECTS,
  RISK_CLASSES,
  INSPECTORS,
  ITEMS
}
