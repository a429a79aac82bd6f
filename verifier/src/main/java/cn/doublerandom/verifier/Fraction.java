package cn.doublerandom.verifier;

import java.math.BigInteger;

/** An exact rational in lowest terms, denominator at least 1. */
record Fraction(BigInteger num, BigInteger den) {
  static final Fraction ZERO = of(0, 1);

  Fraction {
    BigInteger gcd = num.gcd(den);
    if (gcd.signum() > 0) {
      num = num.divide(gcd);
      den = den.divide(gcd);
    }
  }

  static Fraction of(long num, long den) {
    return new Fraction(BigInteger.valueOf(num), BigInteger.valueOf(den));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        num.multiply(other.den).add(other.num.multiply(den)), den.multiply(other.den));
  }

  Fraction minus(Fraction other) {
    return plus(new Fraction(other.num.negate(), other.den));
  }

  Fraction times(Fraction other) {
    return new Fraction(num.multiply(other.num), den.multiply(other.den));
  }

  Fraction dividedBy(Fraction other) {
    return new Fraction(num.multiply(other.den), den.multiply(other.num));
  }

  boolean isAbove(Fraction other) {
    return num.multiply(other.den).compareTo(other.num.multiply(den)) > 0;
  }

  Fraction min(Fraction other) {
    return isAbove(other) ? other : this;
  }

  /** ⌈this⌉ for values not below zero. */
  long ceil() {
    return num.add(den).subtract(BigInteger.ONE).divide(den).longValueExact();
  }

  @Override
  public String toString() {
    return num + "/" + den;
  }
}
