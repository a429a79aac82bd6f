package cn.doublerandom.draw.protocol;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * ECVRF-EDWARDS25519-SHA512-TAI of RFC 9381: what seals a draw. Whoever lacks the key can neither
 * make nor foretell a proof, and its owner can make only one.
 */
public final class Vrf {
  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger ORDER =
      BigInteger.ONE.shiftLeft(252).add(new BigInteger("27742317777372353535851937790883648493"));
  private static final BigInteger COFACTOR = BigInteger.valueOf(8);
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger ROOT_OF_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);
  private static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);
  private static final Point BASE = base();
  private static final byte[] ZERO = {0};

  private Vrf() {}

  /** An affine point of edwards25519; the addition law is complete (RFC 8032 §5.1.4). */
  private record Point(BigInteger x, BigInteger y) {
    Point plus(Point other) {
      BigInteger crossed = x.multiply(other.y).add(y.multiply(other.x));
      BigInteger level = y.multiply(other.y).add(x.multiply(other.x));
      BigInteger k = D.multiply(x).multiply(other.x).mod(P).multiply(y).multiply(other.y).mod(P);
      return new Point(
          crossed.multiply(BigInteger.ONE.add(k).modInverse(P)).mod(P),
          level.multiply(BigInteger.ONE.subtract(k).modInverse(P)).mod(P));
    }

    Point times(BigInteger n) {
      Point sum = NEUTRAL;
      for (int bit = n.bitLength() - 1; bit >= 0; bit--) {
        sum = sum.plus(sum);
        if (n.testBit(bit)) {
          sum = sum.plus(this);
        }
      }
      return sum;
    }

    Point negated() {
      return new Point(P.subtract(x).mod(P), y);
    }
  }

  private static Point base() {
    byte[] encoded = new byte[32];
    Arrays.fill(encoded, (byte) 0x66);
    encoded[0] = 0x58;
    return decode(encoded).orElseThrow();
  }

  /**
   * The public key of a secret one.
   *
   * @param secret 64 hex digits, an Ed25519 seed
   * @return 64 hex digits
   */
  public static String publicKey(String secret) {
    return Hashes.hex(encode(BASE.times(scalar(expanded(secret)))));
  }

  /**
   * The one proof of a key for an input.
   *
   * @param secret 64 hex digits
   * @param alpha the input
   * @return 160 hex digits
   */
  public static String prove(String secret, byte[] alpha) {
    byte[] expanded = expanded(secret);
    BigInteger x = scalar(expanded);
    byte[] key = encode(BASE.times(x));
    Point h = hashToCurve(key, alpha);
    byte[] gamma = encode(h.times(x));
    byte[] nonce = Hashes.digest("SHA-512", Arrays.copyOfRange(expanded, 32, 64), encode(h));
    BigInteger k = integer(nonce).mod(ORDER);
    BigInteger c = challenge(key, h, gamma, BASE.times(k), h.times(k));
    BigInteger s = k.add(c.multiply(x)).mod(ORDER);
    byte[] proof = new byte[80];
    System.arraycopy(gamma, 0, proof, 0, 32);
    System.arraycopy(littleEndian(c, 16), 0, proof, 32, 16);
    System.arraycopy(littleEndian(s, 32), 0, proof, 48, 32);
    return Hashes.hex(proof);
  }

  /**
   * Whether a proof is the one of a key for an input.
   *
   * @param publicKey 64 hex digits
   * @param proof 160 hex digits
   */
  public static boolean holds(String publicKey, byte[] alpha, String proof) {
    byte[] key = Hashes.bytes(publicKey);
    byte[] bytes = Hashes.bytes(proof);
    byte[] gammaBytes = Arrays.copyOf(bytes, 32);
    Optional<Point> y = decode(key).filter(p -> !p.times(COFACTOR).equals(NEUTRAL));
    Optional<Point> gamma = decode(gammaBytes);
    BigInteger c = integer(Arrays.copyOfRange(bytes, 32, 48));
    BigInteger s = integer(Arrays.copyOfRange(bytes, 48, 80));
    if (y.isEmpty() || gamma.isEmpty() || s.compareTo(ORDER) >= 0) {
      return false;
    }
    Point h = hashToCurve(key, alpha);
    Point u = BASE.times(s).plus(y.get().times(c).negated());
    Point v = h.times(s).plus(gamma.get().times(c).negated());
    return challenge(key, h, gammaBytes, u, v).equals(c);
  }

  /** The 64 bytes beta of an 80-byte proof. */
  static byte[] beta(byte[] proof) {
    Point gamma =
        decode(Arrays.copyOf(proof, 32))
            .orElseThrow(
                () -> new IllegalArgumentException("the proof holds no point of the curve"));
    return Hashes.digest("SHA-512", new byte[] {3, 3}, encode(gamma.times(COFACTOR)), ZERO);
  }

  private static byte[] expanded(String secret) {
    return Hashes.digest("SHA-512", Hashes.bytes(secret));
  }

  /** RFC 8032 §5.1.5: the clamped first half. */
  private static BigInteger scalar(byte[] expanded) {
    byte[] half = Arrays.copyOf(expanded, 32);
    half[0] &= (byte) 0xf8;
    half[31] = (byte) ((half[31] & 0x7f) | 0x40);
    return integer(half);
  }

  private static Point hashToCurve(byte[] key, byte[] alpha) {
    for (int i = 0; i < 256; i++) {
      byte[] tried =
          Hashes.digest("SHA-512", new byte[] {3, 1}, key, alpha, new byte[] {(byte) i, 0});
      Optional<Point> cleared =
          decode(Arrays.copyOf(tried, 32))
              .map(p -> p.times(COFACTOR))
              .filter(p -> !p.equals(NEUTRAL));
      if (cleared.isPresent()) {
        return cleared.get();
      }
    }
    throw new IllegalStateException("no point in 256 tries; it happens once in 2^256");
  }

  private static BigInteger challenge(byte[] key, Point h, byte[] gamma, Point u, Point v) {
    byte[] hash =
        Hashes.digest(
            "SHA-512", new byte[] {3, 2}, key, encode(h), gamma, encode(u), encode(v), ZERO);
    return integer(Arrays.copyOf(hash, 16));
  }

  private static Optional<Point> decode(byte[] encoded) {
    BigInteger number = integer(encoded);
    boolean odd = number.testBit(255);
    BigInteger y = number.clearBit(255);
    BigInteger yy = y.multiply(y);
    if (y.compareTo(P) >= 0) {
      return Optional.empty();
    }
    BigInteger square =
        yy.subtract(BigInteger.ONE)
            .multiply(D.multiply(yy).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    BigInteger root = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!root.multiply(root).mod(P).equals(square)) {
      root = root.multiply(ROOT_OF_MINUS_ONE).mod(P);
    }
    if (!root.multiply(root).mod(P).equals(square) || (root.signum() == 0 && odd)) {
      return Optional.empty();
    }
    return Optional.of(new Point(root.testBit(0) == odd ? root : P.subtract(root), y));
  }

  private static byte[] encode(Point point) {
    return littleEndian(point.x.testBit(0) ? point.y.setBit(255) : point.y, 32);
  }

  private static BigInteger integer(byte[] littleEndian) {
    byte[] big = littleEndian.clone();
    for (int i = 0; i < big.length; i++) {
      big[i] = littleEndian[big.length - 1 - i];
    }
    return new BigInteger(1, big);
  }

  private static byte[] littleEndian(BigInteger value, int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = value.shiftRight(Byte.SIZE * i).byteValue();
    }
    return bytes;
  }
}
