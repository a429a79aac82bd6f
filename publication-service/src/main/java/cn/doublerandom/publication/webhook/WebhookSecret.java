package cn.doublerandom.publication.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a receiver and this house sign and verify with, as Standard Webhooks writes it.
 *
 * @param text {@code whsec_} and 24 to 64 bytes in base64
 */
public record WebhookSecret(String text) {
  private static final String PREFIX = "whsec_";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final int FINGERPRINT = 16;

  public WebhookSecret {
    int bytes = text.startsWith(PREFIX) ? key(text).length : 0;
    if (bytes < FEWEST_BYTES || bytes > MOST_BYTES) {
      throw new IllegalArgumentException("a secret is whsec_ and 24 to 64 bytes in base64");
    }
  }

  /** A secret of random bytes. */
  public static WebhookSecret of(byte[] random) {
    return new WebhookSecret(PREFIX + Base64.getEncoder().encodeToString(random));
  }

  private static byte[] key(String text) {
    return Base64.getDecoder().decode(text.substring(PREFIX.length()));
  }

  /** What messages are signed with. */
  public byte[] key() {
    return key(text);
  }

  /** By which it is told apart without giving anything away. */
  public String fingerprint() {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)))
          .substring(0, FINGERPRINT);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Nobody is shown it by accident. */
  @Override
  public String toString() {
    return "WebhookSecret[" + fingerprint() + "]";
  }
}
