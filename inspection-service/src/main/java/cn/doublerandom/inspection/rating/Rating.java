package cn.doublerandom.inspection.rating;

/**
 * What a firm says of a visit: closed questions alone, so that no personal data comes into the
 * ledger.
 *
 * @param certificatesShown two officers at least showed their certificates
 * @param onlyListedItems nothing was asked that the list did not have
 * @param durationAcceptable it took no longer than it had to
 * @param overall {@value #LEAST} (bad) to {@value #MOST} (good)
 */
public record Rating(
    boolean certificatesShown, boolean onlyListedItems, boolean durationAcceptable, int overall) {
  public static final int LEAST = 1;
  public static final int MOST = 5;

  public Rating {
    if (overall < LEAST || overall > MOST) {
      throw new IllegalArgumentException("overall must be 1..5, got " + overall);
    }
  }
}
