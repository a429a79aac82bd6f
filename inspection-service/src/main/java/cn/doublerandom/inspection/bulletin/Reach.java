package cn.doublerandom.inspection.bulletin;

/** Whom a bulletin reaches in the end. */
public enum Reach {
  /** 内部通报: every unit of the bureau reads it. */
  INTERNAL,
  /** 向社会公开: besides, its units and numbers are a notice to everybody. */
  PUBLIC,
  /** 不予通报: the units were right; the issue may be drawn up anew. */
  DROPPED;

  /** Whether every unit of the bureau reads it. */
  public boolean circulates() {
    return this != DROPPED;
  }

  /** Whether a bulletin may end so of which its units were asked with that audience. */
  public boolean isWithin(Audience audience) {
    return this != PUBLIC || audience == Audience.PUBLIC;
  }
}
