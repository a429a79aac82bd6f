package cn.doublerandom.eventstore.person;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.SecretFile;
import cn.doublerandom.eventstore.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that wraps every person's key (AES-256-GCM, the person's id as associated data). It lives
 * in a file or a vault, never in the database: a stolen dump opens nothing.
 */
public final class MasterKey {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final String HMAC = "HmacSHA256";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] key;

  private MasterKey(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("a master key has 32 bytes, got " + key.length);
    }
    this.key = key.clone();
  }

  /** A key from 32 bytes in base64. */
  public static MasterKey of(String base64) {
    return new MasterKey(Base64.getDecoder().decode(base64.strip()));
  }

  /** The key in a file: 32 bytes in base64. */
  public static MasterKey read(Path file) throws IOException {
    try {
      return of(Files.readString(file));
    } catch (IllegalArgumentException e) {
      throw new IOException("not a master key of 32 bytes in base64: " + file, e);
    }
  }

  /** A new random key. */
  public static MasterKey create() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return new MasterKey(key);
  }

  /** The key kept in a file readable by its owner alone; made on first use. */
  public static MasterKey keptIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      SecretFile.makeOnce(file, Base64.getEncoder().encodeToString(create().key) + "\n");
    }
    return read(file);
  }

  /** Which master key wrapped a person's key: eight hex digits that give nothing away. */
  String fingerprint() {
    return Sha256.hex("dr/master/1\0".getBytes(UTF_8), key).substring(0, 8);
  }

  /** A proof of a text that nobody makes without the key: 64 lowercase hex digits. */
  public String proof(String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      // A key of its own, so that no proof says anything of what is wrapped.
      mac.init(new SecretKeySpec(key, HMAC));
      mac.init(new SecretKeySpec(mac.doFinal("dr/proof/1".getBytes(UTF_8)), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  /** Seals a few bytes under what they are of; base64. */
  public String wrap(String person, byte[] personKey) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] wrapped = crypt(Cipher.ENCRYPT_MODE, person, nonce, personKey, 0, personKey.length);
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(nonce.length + wrapped.length).put(nonce).put(wrapped).array());
  }

  /** The bytes again; what was changed, or is of something else, opens nothing. */
  public byte[] unwrap(String person, String wrapped) {
    byte[] bytes = Base64.getDecoder().decode(wrapped);
    byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE_BYTES);
    return crypt(
        Cipher.DECRYPT_MODE, person, nonce, bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
  }

  private byte[] crypt(int mode, String person, byte[] nonce, byte[] in, int from, int length) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(person.getBytes(UTF_8));
      return cipher.doFinal(in, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "the key of a person cannot be unwrapped: another master key, or changed rows", e);
    }
  }
}
