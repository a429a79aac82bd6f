package cn.doublerandom.inspection.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The Ed25519 key one officer signs with (RFC 8032). Its private half was made on his own phone and
 * never left it.
 *
 * @param id the first 16 hex digits of the SHA-256 of its raw 32 bytes
 * @param publicKey raw 32 bytes, base64
 */
public record SigningKey(String id, String publicKey) {
  private static final int RAW_BYTES = 32;
  private static final int ID_DIGITS = 16;
  private static final byte[] SPKI_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  /** A key of its public half; nothing where that is none. */
  public static Optional<SigningKey> of(String publicKey) {
    return decoded(publicKey)
        .filter(raw -> raw.length == RAW_BYTES)
        .filter(raw -> key(raw).isPresent())
        .map(raw -> new SigningKey(id(raw), Base64.getEncoder().encodeToString(raw)));
  }

  /** What a phone signs to show that it holds the private half, for this account alone. */
  public static byte[] enrolment(String account, String publicKey) {
    return "double-random/signing-key/1\n%s\n%s\n".formatted(account, publicKey).getBytes(UTF_8);
  }

  /** Whether a signature (base64) over a message is by this key; what cannot be read is not. */
  public boolean verifies(byte[] message, String signature) {
    Optional<byte[]> signed = decoded(signature);
    Optional<PublicKey> key = decoded(publicKey).flatMap(SigningKey::key);
    if (signed.isEmpty() || key.isEmpty()) {
      return false;
    }
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key.get());
      check.update(message);
      return check.verify(signed.get());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      return Optional.of(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> key(byte[] raw) {
    byte[] spki = new byte[SPKI_HEAD.length + raw.length];
    System.arraycopy(SPKI_HEAD, 0, spki, 0, SPKI_HEAD.length);
    System.arraycopy(raw, 0, spki, SPKI_HEAD.length, raw.length);
    try {
      return Optional.of(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki)));
    } catch (GeneralSecurityException e) {
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
