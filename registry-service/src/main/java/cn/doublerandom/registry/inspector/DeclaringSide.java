package cn.doublerandom.registry.inspector;

/** 申报方: who says that somebody may not inspect another. */
public enum DeclaringSide {
  INSPECTOR,
  SUBJECT
}
