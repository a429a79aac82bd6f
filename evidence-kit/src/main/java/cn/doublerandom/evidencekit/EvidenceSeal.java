package cn.doublerandom.evidencekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals evidence at rest: AES-256-GCM, nonce of 12 random bytes before it, what it is of as
 * associated data. The key lies in a file apart from the directory: whoever takes the disk of the
 * directory opens nothing.
 */
public final class EvidenceSeal {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** By so many bytes what is sealed is longer than what was. */
  public static final int OVERHEAD_BYTES = NONCE_BYTES + TAG_BITS / Byte.SIZE;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private EvidenceSeal(byte[] key) {
    this.key = key;
  }

  /** What does not open: it was changed, is of something else, or the key is another one. */
  public static final class BrokenSeal extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    BrokenSeal(String why, @Nullable Throwable cause) {
      super("evidence cannot be opened: " + why, cause);
    }
  }

  /** With the key in a file readable by its owner alone; made on first use. */
  public static EvidenceSeal keptIn(Path file) {
    try {
      if (!Files.exists(file)) {
        byte[] made = new byte[KEY_BYTES];
        RANDOM.nextBytes(made);
        SecretFile.makeOnce(file, Base64.getEncoder().encodeToString(made) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the key of the evidence cannot be made", e);
    }
    return of(file);
  }

  /** With the key that is there, for who only opens. */
  public static EvidenceSeal of(Path file) {
    try {
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalStateException("not a key of 32 bytes in base64: " + file);
      }
      return new EvidenceSeal(key);
    } catch (IOException e) {
      throw new UncheckedIOException("the key of the evidence cannot be read", e);
    }
  }

  /** Closed, under what it is about. */
  public byte[] sealed(String about, byte[] content) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed;
    try {
      sealed = crypt(Cipher.ENCRYPT_MODE, about, nonce, content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK seals with AES-256-GCM", e);
    }
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /** The content again; what was changed or is of another visit opens nothing. */
  public byte[] opened(String about, byte[] sealed) {
    if (sealed.length < OVERHEAD_BYTES) {
      throw new BrokenSeal("it is shorter than a seal", null);
    }
    try {
      return crypt(
          Cipher.DECRYPT_MODE,
          about,
          Arrays.copyOf(sealed, NONCE_BYTES),
          Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length));
    } catch (GeneralSecurityException e) {
      throw new BrokenSeal("another key, or changed", e);
    }
  }

  /** What a text becomes under the key, one way: HMAC-SHA256 (RFC 2104), 64 hex digits. */
  public String token(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private byte[] crypt(int mode, String about, byte[] nonce, byte[] content)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(about.getBytes(UTF_8));
    return cipher.doFinal(content);
  }
}
