package cn.doublerandom.draw.reading;

import static cn.doublerandom.draw.ReadingRejection.COUNT_NOT_WHOLE;
import static cn.doublerandom.draw.ReadingRejection.COUNT_TOO_LARGE;
import static cn.doublerandom.draw.ReadingRejection.COUNT_ZERO;
import static cn.doublerandom.draw.ReadingRejection.FREQUENCY_OUT_OF_RANGE;
import static cn.doublerandom.draw.ReadingRejection.QUOTA_ABOVE_HUNDRED;
import static cn.doublerandom.draw.ReadingRejection.QUOTA_NEGATIVE;
import static cn.doublerandom.draw.ReadingRejection.QUOTA_TOO_PRECISE;
import static cn.doublerandom.draw.ReadingRejection.QUOTA_ZERO;
import static cn.doublerandom.draw.ReadingRejection.STAFF_RATIO_ZERO;

import cn.doublerandom.draw.ReadingRejection;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers of a cell as they are written, or the code of why there is no such number. */
final class WrittenNumber {
  private static final int MAX_COUNT = 1_000_000;
  private static final int MAX_TIMES = 1_000;
  private static final int MAX_DECIMALS = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private WrittenNumber() {}

  static int times(String number) throws Unreadable {
    BigDecimal times = ChineseNumber.of(number);
    if (times.stripTrailingZeros().scale() > 0
        || times.compareTo(BigDecimal.ONE) < 0
        || times.compareTo(BigDecimal.valueOf(MAX_TIMES)) > 0) {
      throw new Unreadable(FREQUENCY_OUT_OF_RANGE);
    }
    return times.intValueExact();
  }

  static Quota.StaffRatio ratio(String inspectors, String subjects) throws Unreadable {
    int staff = count(inspectors, "", STAFF_RATIO_ZERO);
    return new Quota.StaffRatio(staff, count(subjects, "", STAFF_RATIO_ZERO));
  }

  static int count(String number, String sign) throws Unreadable {
    return count(number, sign, COUNT_ZERO);
  }

  private static int count(String number, String sign, ReadingRejection whenZero)
      throws Unreadable {
    BigDecimal count = ChineseNumber.of(number);
    if (!sign.isEmpty()) {
      throw new Unreadable(QUOTA_NEGATIVE);
    } else if (count.signum() == 0) {
      throw new Unreadable(whenZero);
    } else if (count.stripTrailingZeros().scale() > 0) {
      throw new Unreadable(COUNT_NOT_WHOLE);
    } else if (count.compareTo(BigDecimal.valueOf(MAX_COUNT)) > 0) {
      throw new Unreadable(COUNT_TOO_LARGE);
    }
    return count.intValueExact();
  }

  /** 10-20% leaves the sign to the second number. */
  static String withUnitOf(String from, String to) {
    char unit = to.charAt(to.length() - 1);
    return Character.isDigit(from.charAt(from.length() - 1))
            && (unit == '%' || unit == '‰')
            && from.indexOf('分') < 0
        ? from + unit
        : from;
  }

  static Share share(String written, String sign) throws Unreadable {
    if (!sign.isEmpty()) {
      throw new Unreadable(QUOTA_NEGATIVE);
    }
    int of = written.indexOf("分之");
    BigDecimal num;
    BigDecimal den;
    if (of >= 0) {
      den = ChineseNumber.of(written.substring(0, of));
      num = ChineseNumber.of(written.substring(of + 2));
    } else {
      char unit = written.charAt(written.length() - 1);
      num = ChineseNumber.of(written.substring(0, written.length() - 1));
      den = unit == '成' ? BigDecimal.TEN : unit == '‰' ? HUNDRED.multiply(BigDecimal.TEN) : HUNDRED;
    }
    return share(num, den);
  }

  private static Share share(BigDecimal num, BigDecimal den) throws Unreadable {
    int decimals = Math.max(0, num.stripTrailingZeros().scale());
    if (num.signum() == 0) {
      throw new Unreadable(QUOTA_ZERO);
    } else if (num.compareTo(den) > 0) {
      throw new Unreadable(QUOTA_ABOVE_HUNDRED);
    } else if (decimals > MAX_DECIMALS) {
      throw new Unreadable(QUOTA_TOO_PRECISE);
    }
    BigInteger scaledNum = num.scaleByPowerOfTen(decimals).toBigInteger();
    BigInteger scaledDen = den.scaleByPowerOfTen(decimals).toBigIntegerExact();
    if (scaledDen.compareTo(BigInteger.valueOf(Share.MAX_DENOMINATOR)) > 0) {
      throw new Unreadable(QUOTA_TOO_PRECISE);
    }
    return new Share(scaledNum.intValueExact(), scaledDen.intValueExact());
  }
}
