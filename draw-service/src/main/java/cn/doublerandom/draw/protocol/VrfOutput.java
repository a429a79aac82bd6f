package cn.doublerandom.draw.protocol;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * What a VRF proof is worth in a sealed draw: ECVRF_proof_to_hash of RFC 9381 §5.2 for suite 0x03.
 * Whether the proof holds is for the key's owner to ensure and for a verifier to check.
 */
final class VrfOutput {
  private static final BigInteger P =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));
  private static final BigInteger D =
      BigInteger.valueOf(-121665).multiply(BigInteger.valueOf(121666).modInverse(P)).mod(P);
  private static final BigInteger ROOT_OF_MINUS_ONE =
      BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

  private VrfOutput() {}

  private record Point(BigInteger x, BigInteger y) {
    Point doubled() {
      BigInteger xy = x.multiply(y).mod(P);
      BigInteger k = D.multiply(xy).multiply(xy).mod(P);
      return new Point(
          xy.shiftLeft(1).multiply(BigInteger.ONE.add(k).modInverse(P)).mod(P),
          y.multiply(y)
              .add(x.multiply(x))
              .multiply(BigInteger.ONE.subtract(k).modInverse(P))
              .mod(P));
    }
  }

  /** The 64 bytes beta of an 80-byte proof. */
  static byte[] beta(byte[] proof) {
    Point gamma = decode(Arrays.copyOf(proof, 32));
    byte[] cleared = encode(gamma.doubled().doubled().doubled());
    return Hashes.digest("SHA-512", new byte[] {3, 3}, cleared, new byte[] {0});
  }

  private static Point decode(byte[] littleEndian) {
    byte[] bytes = reversed(littleEndian);
    boolean odd = bytes[0] < 0;
    bytes[0] &= 0x7f;
    BigInteger y = new BigInteger(1, bytes);
    BigInteger yy = y.multiply(y);
    BigInteger square =
        yy.subtract(BigInteger.ONE)
            .multiply(D.multiply(yy).add(BigInteger.ONE).modInverse(P))
            .mod(P);
    BigInteger root = square.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
    if (!root.multiply(root).mod(P).equals(square)) {
      root = root.multiply(ROOT_OF_MINUS_ONE).mod(P);
    }
    if (!root.multiply(root).mod(P).equals(square)) {
      throw new IllegalArgumentException("the proof holds no point of the curve");
    }
    return new Point(root.testBit(0) == odd ? root : P.subtract(root), y);
  }

  private static byte[] encode(Point point) {
    byte[] big = point.y.toByteArray();
    byte[] padded = new byte[32];
    int length = Math.min(big.length, 32);
    System.arraycopy(big, big.length - length, padded, 32 - length, length);
    if (point.x.testBit(0)) {
      padded[0] |= (byte) 0x80;
    }
    return reversed(padded);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
