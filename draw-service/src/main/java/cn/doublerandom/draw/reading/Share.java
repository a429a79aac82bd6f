package cn.doublerandom.draw.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact part of a whole as written: 3 % is {@code 3/100}, 2.5 % is {@code 25/1000}, 三分之一 is
 * {@code 1/3}.
 *
 * @param num numerator, 0 to den
 * @param den denominator, 1 to 1,000,000 (protocol §3)
 */
public record Share(int num, int den) implements Comparable<Share> {
  public static final int MAX_DENOMINATOR = 1_000_000;
  public static final Share WHOLE = new Share(100, 100);
  private static final Pattern FORM = Pattern.compile("([0-9]{1,7})/([0-9]{1,7})");

  public Share {
    if (den < 1 || den > MAX_DENOMINATOR || num < 0 || num > den) {
      throw new IllegalArgumentException("not a part of a whole: " + num + "/" + den);
    }
  }

  /**
   * A text of the form {@code 3/100}.
   *
   * @throws IllegalArgumentException for any other
   */
  public static Share of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a share: " + text);
    }
    return new Share(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  public boolean isZero() {
    return num == 0;
  }

  public boolean isWhole() {
    return num == den;
  }

  /** The smallest number that is not below this part of {@code size}. */
  public long ceilOf(long size) {
    return Math.ceilDiv(size * num, (long) den);
  }

  @Override
  public int compareTo(Share other) {
    return Long.compare((long) num * other.den, (long) other.num * den);
  }

  /** For people: {@code 2.5%}, or the fraction where the percentage does not end. */
  public String percent() {
    BigInteger hundredfold = BigInteger.valueOf(num * 100L);
    if (!hundredfold
        .multiply(BigInteger.TEN.pow(4))
        .mod(BigInteger.valueOf(den))
        .equals(BigInteger.ZERO)) {
      return this + "";
    }
    return new BigDecimal(hundredfold)
            .divide(BigDecimal.valueOf(den))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** {@code num/den} as written. */
  @Override
  public String toString() {
    return num + "/" + den;
  }
}
