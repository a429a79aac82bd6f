package cn.doublerandom.bureau.figures;

/** Shares as people read them. */
public final class Percent {
  /** What is said where there is nothing to divide by: neither 0 % nor 100 %. */
  public static final String NONE = "—";

  private Percent() {}

  /** Two places, rounded down: never more than was done. */
  public static String of(long part, long whole) {
    if (whole == 0) {
      return NONE;
    }
    long basisPoints = Math.multiplyExact(part, 10_000) / whole;
    return "%d.%02d%%".formatted(basisPoints / 100, basisPoints % 100);
  }
}
