package cn.doublerandom.inspection.bulletin;

/** Whom a bulletin is meant for when its units are heard. */
public enum Audience {
  /** The bureau. */
  BUREAU,
  /** Everybody; a narrower end is still open to who concludes. */
  PUBLIC
}
