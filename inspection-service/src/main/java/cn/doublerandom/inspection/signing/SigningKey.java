package cn.doublerandom.inspection.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.EllipticCurve;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key one officer signs with: Ed25519 (RFC 8032), or where a phone's browser has none ECDSA on
 * P-256 with SHA-256 (FIPS 186-5). Its private half was made on his own phone and never left it.
 *
 * @param id the first 16 hex digits of the SHA-256 of its raw bytes
 * @param publicKey raw, base64: 32 bytes of Ed25519, or the 65 of an uncompressed point of P-256
 */
public record SigningKey(String id, String publicKey) {
  private static final int ID_DIGITS = 16;

  /** What is known of a kind of key: how long it is, and what stands before it in an SPKI. */
  private enum Kind {
    ED25519(32, "302a300506032b6570032100", "Ed25519", "Ed25519"),
    P256(
        65,
        "3059301306072a8648ce3d020106082a8648ce3d030107034200",
        "EC",
        // As WebCrypto signs: r and s, 32 bytes each.
        "SHA256withECDSAinP1363Format");

    private final int rawBytes;
    private final byte[] spkiHead;
    private final String keys;
    private final String signatures;

    Kind(int rawBytes, String spkiHead, String keys, String signatures) {
      this.rawBytes = rawBytes;
      this.spkiHead = HexFormat.of().parseHex(spkiHead);
      this.keys = keys;
      this.signatures = signatures;
    }

    static Optional<Kind> of(byte[] raw) {
      return Arrays.stream(values()).filter(kind -> kind.rawBytes == raw.length).findFirst();
    }

    /** The key, where its bytes are one: a point that is not on the curve is none. */
    Optional<PublicKey> key(byte[] raw) {
      byte[] spki = new byte[spkiHead.length + raw.length];
      System.arraycopy(spkiHead, 0, spki, 0, spkiHead.length);
      System.arraycopy(raw, 0, spki, spkiHead.length, raw.length);
      try {
        return Optional.of(
                KeyFactory.getInstance(keys).generatePublic(new X509EncodedKeySpec(spki)))
            .filter(Kind::isOnItsCurve);
      } catch (GeneralSecurityException e) {
        return Optional.empty();
      }
    }

    /** The JDK reads a point of P-256 without asking whether y² = x³ + ax + b (SEC 1 §3.2.2.1). */
    private static boolean isOnItsCurve(PublicKey key) {
      if (!(key instanceof ECPublicKey point)
          || !(point.getParams().getCurve().getField() instanceof ECFieldFp field)) {
        return true;
      }
      EllipticCurve curve = point.getParams().getCurve();
      BigInteger x = point.getW().getAffineX();
      BigInteger y = point.getW().getAffineY();
      BigInteger right = x.pow(2).add(curve.getA()).multiply(x).add(curve.getB());
      return x.compareTo(field.getP()) < 0
          && y.compareTo(field.getP()) < 0
          && y.pow(2).subtract(right).mod(field.getP()).signum() == 0;
    }

    boolean verifies(byte[] raw, byte[] message, byte[] signed) {
      Optional<PublicKey> key = key(raw);
      if (key.isEmpty()) {
        return false;
      }
      try {
        Signature check = Signature.getInstance(signatures);
        check.initVerify(key.get());
        check.update(message);
        return check.verify(signed);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }
  }

  /** A key of its public half; nothing where that is none. */
  public static Optional<SigningKey> of(String publicKey) {
    return decoded(publicKey)
        .filter(raw -> Kind.of(raw).flatMap(kind -> kind.key(raw)).isPresent())
        .map(raw -> new SigningKey(id(raw), Base64.getEncoder().encodeToString(raw)));
  }

  /** What a phone signs to show that it holds the private half, for this account alone. */
  public static byte[] enrolment(String account, String publicKey) {
    return "double-random/signing-key/1\n%s\n%s\n".formatted(account, publicKey).getBytes(UTF_8);
  }

  /** Whether a signature (base64) over a message is by this key; what cannot be read is not. */
  public boolean verifies(byte[] message, String signature) {
    Optional<byte[]> signed = decoded(signature);
    Optional<byte[]> raw = decoded(publicKey);
    return signed.isPresent()
        && raw.isPresent()
        && Kind.of(raw.get())
            .filter(kind -> kind.verifies(raw.get(), message, signed.get()))
            .isPresent();
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String id(byte[] raw) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(raw))
          .substring(0, ID_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
