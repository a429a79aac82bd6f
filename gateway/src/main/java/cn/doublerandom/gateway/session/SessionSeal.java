package cn.doublerandom.gateway.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes a session unreadable and unchangeable for the browser that keeps it: AES-256-GCM (NIST
 * SP 800-38D) with a key of this installation and a random nonce each time. A cookie is sealed
 * under its own name, so that one of clear text does not pass where TLS is.
 *
 * <pre>
 * 1 byte version · 12 bytes nonce · sealed session · 16 bytes tag, in base64url
 * </pre>
 */
public final class SessionSeal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final byte VERSION = 1;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LEAST_BYTES = 1 + NONCE_BYTES + TAG_BITS / 8;

  /** Twice the longest session there is. */
  private static final int MOST_CHARACTERS = 400;

  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private SessionSeal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /**
   * With the key kept in a file that its owner alone reads; made on first use.
   *
   * @throws IOException where others may read it, or it is no key
   */
  public static SessionSeal keptIn(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] made = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(made);
      Path directory = file.toAbsolutePath().getParent();
      if (directory != null) {
        Files.createDirectories(
            directory,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      // Whole or not there: half a key would keep the gateway from starting until somebody came.
      Path whole = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(whole);
      Files.createFile(whole, PosixFilePermissions.asFileAttribute(OWNER));
      Files.write(whole, made);
      Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }
    if (!OWNER.containsAll(Files.getPosixFilePermissions(file))) {
      throw new IOException("会话密钥可被他人读取 others may read or change " + file + "; chmod 600");
    }
    byte[] kept = Files.readAllBytes(file);
    if (kept.length != KEY_BYTES) {
      throw new IOException(
          "会话密钥长度不对 a session key has 32 bytes, not " + kept.length + ": " + file);
    }
    return new SessionSeal(kept);
  }

  /** What the browser keeps. */
  public String seal(Session session, String cookie) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, cookie).doFinal(session.bytes());
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                  .put(VERSION)
                  .put(nonce)
                  .put(sealed)
                  .array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** The session in it, where this key sealed it under that name and nobody changed it. */
  public Optional<Session> open(String value, String cookie) {
    if (value.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(value);
      if (bytes.length < LEAST_BYTES || bytes[0] != VERSION) {
        return Optional.empty();
      }
      byte[] nonce = new byte[NONCE_BYTES];
      System.arraycopy(bytes, 1, nonce, 0, NONCE_BYTES);
      int begin = 1 + NONCE_BYTES;
      return Session.of(
          cipher(Cipher.DECRYPT_MODE, nonce, cookie).doFinal(bytes, begin, bytes.length - begin));
    } catch (IllegalArgumentException | AEADBadTagException notOurs) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String cookie) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(cookie.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
