package cn.doublerandom.bureau.figures;

/** Shares as people read them. */
public final class Percent {
  /** What is said where there is nothing to divide by: neither 0 % nor 100 %. */
  public static final String NONE = "—";

  /** The whole in hundredths of a percent. */
  private static final long ALL = 10_000;

  private Percent() {}

  /**
   * Two places, half a hundredth rounded up as in any calculator; but 100 % is said only where
   * truly all is done, and 0 % only where nothing is.
   */
  public static String of(long part, long whole) {
    if (whole == 0) {
      return NONE;
    }
    long basisPoints = rounded(Math.multiplyExact(part, ALL), whole);
    if (part > 0 && part < whole) {
      basisPoints = Math.clamp(basisPoints, 1, ALL - 1);
    }
    return "%d.%02d%%".formatted(basisPoints / 100, basisPoints % 100);
  }

  private static long rounded(long part, long whole) {
    long rest = part % whole;
    return part / whole + (rest >= whole - rest ? 1 : 0);
  }
}
