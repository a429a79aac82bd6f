package cn.doublerandom.registry.exchange;

/** One entry that is not the same on both sides. */
public record Different(String subject, Difference difference) {
  /** How it differs. */
  public enum Difference {
    MISSING_THERE,
    MISSING_HERE,
    DIFFERENT
  }
}
