package cn.doublerandom.verifier;

import java.math.BigInteger;

/** Edwards25519 (RFC 8032 §5.1), affine input, extended coordinates inside; not constant time. */
final class Curve {
  static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  static final BigInteger Q =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger SQRT_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
  static final Point BASE =
      decode(Hash.bytes("5866666666666666666666666666666666666666666666666666666666666666"));
  private static final Point NEUTRAL =
      new Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE, BigInteger.ZERO);

  private Curve() {}

  /** x = X/Z, y = Y/Z, xy = T/Z. */
  record Point(BigInteger x, BigInteger y, BigInteger z, BigInteger t) {
    Point plus(Point o) {
      BigInteger a = y.subtract(x).multiply(o.y.subtract(o.x)).mod(P);
      BigInteger b = y.add(x).multiply(o.y.add(o.x)).mod(P);
      BigInteger c = t.multiply(BigInteger.TWO).multiply(D).multiply(o.t).mod(P);
      BigInteger d = z.multiply(BigInteger.TWO).multiply(o.z).mod(P);
      BigInteger e = b.subtract(a);
      BigInteger f = d.subtract(c);
      BigInteger g = d.add(c);
      BigInteger h = b.add(a);
      return new Point(
          e.multiply(f).mod(P), g.multiply(h).mod(P), f.multiply(g).mod(P), e.multiply(h).mod(P));
    }

    Point negate() {
      return new Point(P.subtract(x).mod(P), y, z, P.subtract(t).mod(P));
    }

    Point times(BigInteger scalar) {
      Point sum = NEUTRAL;
      for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
        sum = sum.plus(sum);
        if (scalar.testBit(bit)) {
          sum = sum.plus(this);
        }
      }
      return sum;
    }

    Point timesCofactor() {
      return times(BigInteger.valueOf(8));
    }

    boolean isNeutral() {
      return x.signum() == 0 && y.equals(z);
    }

    byte[] encode() {
      BigInteger inverse = z.modInverse(P);
      byte[] out = littleEndian(y.multiply(inverse).mod(P));
      if (x.multiply(inverse).mod(P).testBit(0)) {
        out[31] |= (byte) 0x80;
      }
      return out;
    }
  }

  /** RFC 8032 §5.1.3; null where the 32 bytes encode no point or not canonically. */
  static Point decode(byte[] bytes) {
    byte[] copy = bytes.clone();
    boolean odd = (copy[31] & 0x80) != 0;
    copy[31] &= 0x7f;
    BigInteger y = integer(copy);
    if (y.compareTo(P) >= 0) {
      return null;
    }
    BigInteger y2 = y.multiply(y);
    BigInteger x2 =
        y2.subtract(BigInteger.ONE)
            .multiply(D.multiply(y2).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    BigInteger x = x2.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!x.multiply(x).mod(P).equals(x2)) {
      x = x.multiply(SQRT_MINUS_ONE).mod(P);
    }
    if (!x.multiply(x).mod(P).equals(x2) || (x.signum() == 0 && odd)) {
      return null;
    }
    if (x.testBit(0) != odd) {
      x = P.subtract(x);
    }
    return new Point(x, y, BigInteger.ONE, x.multiply(y).mod(P));
  }

  static BigInteger integer(byte[] littleEndian) {
    byte[] big = new byte[littleEndian.length];
    for (int i = 0; i < big.length; i++) {
      big[i] = littleEndian[big.length - 1 - i];
    }
    return new BigInteger(1, big);
  }

  private static byte[] littleEndian(BigInteger value) {
    byte[] out = new byte[32];
    for (int i = 0; i < 32; i++) {
      out[i] = value.shiftRight(8 * i).byteValue();
    }
    return out;
  }
}
