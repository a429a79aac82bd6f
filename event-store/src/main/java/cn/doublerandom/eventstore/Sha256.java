package cn.doublerandom.eventstore;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in lower-case hex. */
public final class Sha256 {
  // Looking an algorithm up costs as much as hashing a short text; a copy costs nothing.
  private static final MessageDigest FRESH = fresh();

  private Sha256() {}

  /** The hash of the parts one after the other: 64 hex digits. */
  public static String hex(byte[]... parts) {
    return HexFormat.of().formatHex(bytes(parts));
  }

  /** The hash of the parts one after the other: 32 bytes. */
  public static byte[] bytes(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /** A digest nothing was added to yet. */
  public static MessageDigest digest() {
    try {
      return (MessageDigest) FRESH.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
    }
  }

  private static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
