package cn.doublerandom.draw.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact number of firms, a fraction in lowest terms, as people read it: a whole number stands as
 * one, any other to two places.
 */
public final class ExactCount {
  private static final int PLACES = 2;

  private ExactCount() {}

  /**
   * @param exact for example {@code 30/1} or {@code 12/5}
   */
  public static String shown(String exact) {
    int line = exact.indexOf('/');
    return line < 0
        ? exact
        : new BigDecimal(exact.substring(0, line))
            .divide(new BigDecimal(exact.substring(line + 1)), PLACES, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }
}
