package cn.doublerandom.inspection.signals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * How likely so few findings are where each visit has the rate of its subject's class: the sum of
 * independent yes-or-no trials, exact to thirty-four digits; with one rate for all it is the
 * binomial distribution.
 */
final class Chance {
  private static final MathContext EXACT = MathContext.DECIMAL128;
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private Chance() {}

  /** A share. */
  record Rate(int part, int whole) {
    BigDecimal value() {
      return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), EXACT);
    }
  }

  /** P(at most {@code found} of the trials), in a million and rounded up. Time n·found. */
  static long perMillion(List<Rate> trials, int found) {
    BigDecimal[] exactly = new BigDecimal[found + 1];
    Arrays.fill(exactly, BigDecimal.ZERO);
    exactly[0] = BigDecimal.ONE;
    for (Rate rate : trials) {
      BigDecimal yes = rate.value();
      BigDecimal no = BigDecimal.ONE.subtract(yes);
      for (int k = found; k >= 0; k--) {
        BigDecimal before = k == 0 ? BigDecimal.ZERO : exactly[k - 1].multiply(yes, EXACT);
        exactly[k] = exactly[k].multiply(no, EXACT).add(before, EXACT);
      }
    }
    return Arrays.stream(exactly)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .multiply(MILLION)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }
}
