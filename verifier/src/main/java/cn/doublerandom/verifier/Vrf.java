package cn.doublerandom.verifier;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/** ECVRF-EDWARDS25519-SHA512-TAI verification (RFC 9381 §5.3, suite 0x03) with key validation. */
final class Vrf {
  private static final byte SUITE = 3;
  private static final int PROOF_BYTES = 80;

  private Vrf() {}

  /** The 64 bytes beta where the 80-byte proof holds for alpha under the key, else empty. */
  static Optional<byte[]> beta(byte[] publicKey, byte[] alpha, byte[] proof) {
    if (proof.length != PROOF_BYTES) {
      return Optional.empty();
    }
    Curve.Point y = Curve.decode(publicKey);
    if (y == null || y.timesCofactor().isNeutral()) {
      return Optional.empty();
    }
    Curve.Point gamma = Curve.decode(Arrays.copyOf(proof, 32));
    BigInteger c = Curve.integer(Arrays.copyOfRange(proof, 32, 48));
    BigInteger s = Curve.integer(Arrays.copyOfRange(proof, 48, PROOF_BYTES));
    if (gamma == null || s.compareTo(Curve.Q) >= 0) {
      return Optional.empty();
    }
    Curve.Point h = hashToCurve(publicKey, alpha);
    Curve.Point u = Curve.BASE.times(s).plus(y.times(c).negate());
    Curve.Point v = h.times(s).plus(gamma.times(c).negate());
    byte[] challenge =
        Hash.sha512(
            new byte[] {SUITE, 2},
            publicKey,
            h.encode(),
            gamma.encode(),
            u.encode(),
            v.encode(),
            new byte[] {0});
    if (!c.equals(Curve.integer(Arrays.copyOf(challenge, 16)))) {
      return Optional.empty();
    }
    return Optional.of(
        Hash.sha512(new byte[] {SUITE, 3}, gamma.timesCofactor().encode(), new byte[] {0}));
  }

  /** RFC 9381 §5.4.1.1, try and increment; a counter beyond one byte never happens (2^-256). */
  private static Curve.Point hashToCurve(byte[] publicKey, byte[] alpha) {
    for (int counter = 0; counter < 256; counter++) {
      byte[] candidate =
          Hash.sha512(
              new byte[] {SUITE, 1}, publicKey, alpha, new byte[] {(byte) counter}, new byte[] {0});
      Curve.Point point = Curve.decode(Arrays.copyOf(candidate, 32));
      if (point != null && !point.timesCofactor().isNeutral()) {
        return point.timesCofactor();
      }
    }
    throw new IllegalStateException("no curve point in 256 tries");
  }
}
