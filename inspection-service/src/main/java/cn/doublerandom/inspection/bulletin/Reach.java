package cn.doublerandom.inspection.bulletin;

/** Whom a bulletin reaches in the end. */
public enum Reach {
  /** 内部通报: every unit of the bureau reads it. */
  INTERNAL,
  /** 不予通报: the units were right; the issue may be drawn up anew. */
  DROPPED
}
