package cn.doublerandom.local;

import cn.doublerandom.eventstore.Sha256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the operator's secret to the supervisor's key (protocol §4) and opens it on the
 * supervisor's side: an ephemeral X25519 key, HKDF-SHA256 (RFC 5869), AES-256-GCM. Key, nonce and
 * tag are bound to both keys, the draw and the commitment, so that a deposit fits one draw alone.
 */
final class DepositSeal {
  private static final HexFormat HEX = HexFormat.of();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private DepositSeal() {}

  /** What was found inside, 64 hex digits each. */
  record Opened(String secret, String receipt) {}

  /** A fresh key: secret half and public half, 64 hex digits each. */
  record Key(String secretHalf, String publicHalf) {
    static Key fresh() {
      try {
        KeyPair pair = pair(RANDOM);
        byte[] scalar = ((XECPrivateKey) pair.getPrivate()).getScalar().orElseThrow();
        return new Key(HEX.formatHex(scalar), HEX.formatHex(raw(pair)));
      } catch (GeneralSecurityException e) {
        throw new AssertionError("every JDK has X25519", e);
      }
    }
  }

  private static KeyPair pair(SecureRandom random) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
    generator.initialize(NamedParameterSpec.X25519, random);
    return generator.generateKeyPair();
  }

  /**
   * Base64 of the ephemeral public key and the sealed secret and receipt.
   *
   * @param key of the supervisor, 64 hex digits
   */
  static String seal(String drawId, String key, String secret, String receipt) {
    try {
      KeyPair once = pair(RANDOM);
      byte[] ephemeral = raw(once);
      byte[] recipient = HEX.parseHex(key);
      byte[] context = context(drawId, Witness.operatorCommitment(secret), ephemeral, recipient);
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, agreed(once.getPrivate(), recipient), context)
              .doFinal(joined(HEX.parseHex(secret), HEX.parseHex(receipt)));
      return Base64.getEncoder().encodeToString(joined(ephemeral, sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("不是可用的 X25519 公钥 not a usable X25519 key: " + key, e);
    }
  }

  /**
   * What lies in a deposit.
   *
   * @throws IllegalArgumentException where it was not sealed to this key, for this draw and
   *     commitment, or holds another secret than was committed to
   */
  static Opened open(String drawId, String commitment, Key key, String sealed) {
    try {
      byte[] all = Base64.getDecoder().decode(sealed);
      byte[] ephemeral = Arrays.copyOf(all, KEY_BYTES);
      byte[] context = context(drawId, commitment, ephemeral, HEX.parseHex(key.publicHalf()));
      byte[] inside =
          cipher(Cipher.DECRYPT_MODE, agreed(scalar(key.secretHalf()), ephemeral), context)
              .doFinal(all, KEY_BYTES, all.length - KEY_BYTES);
      var opened =
          new Opened(
              HEX.formatHex(inside, 0, KEY_BYTES), HEX.formatHex(inside, KEY_BYTES, inside.length));
      if (!Witness.operatorCommitment(opened.secret()).equals(commitment)) {
        throw new IllegalArgumentException(
            "交存的秘密与承诺不符 the deposit holds another secret than was committed to");
      }
      return opened;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "无法打开密封：钥匙、抽取或承诺不是同一个 the deposit does not open: another key, draw or commitment", e);
    }
  }

  static String receiptHash(String receipt) {
    return Sha256.hex(HEX.parseHex(receipt));
  }

  private static byte[] context(
      String drawId, String commitment, byte[] ephemeral, byte[] recipient) {
    return joined(
        "dr/deposit/1\0".getBytes(StandardCharsets.US_ASCII),
        ephemeral,
        recipient,
        HEX.parseHex(commitment),
        drawId.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] agreed(PrivateKey own, byte[] other) throws GeneralSecurityException {
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(own);
    byte[] high = other.clone();
    // RFC 7748 §5: the top bit of the last byte does not count.
    high[KEY_BYTES - 1] &= 0x7f;
    agreement.doPhase(
        KeyFactory.getInstance("X25519")
            .generatePublic(
                new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, reversed(high)))),
        true);
    return agreement.generateSecret();
  }

  private static PrivateKey scalar(String hex) throws GeneralSecurityException {
    return KeyFactory.getInstance("X25519")
        .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, HEX.parseHex(hex)));
  }

  private static Cipher cipher(int mode, byte[] shared, byte[] context)
      throws GeneralSecurityException {
    byte[] stream = hkdf(shared, new byte[0], context, KEY_BYTES + NONCE_BYTES);
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(stream, 0, KEY_BYTES, "AES"),
        new GCMParameterSpec(TAG_BITS, stream, KEY_BYTES, NONCE_BYTES));
    cipher.updateAAD(context);
    return cipher;
  }

  /** HKDF-SHA256, extract and expand (RFC 5869 §2). */
  static byte[] hkdf(byte[] input, byte[] salt, byte[] info, int length)
      throws GeneralSecurityException {
    byte[] extracted = mac(salt.length == 0 ? new byte[KEY_BYTES] : salt, input);
    var output = new ByteArrayOutputStream();
    byte[] block = new byte[0];
    for (int i = 1; output.size() < length; i++) {
      block = mac(extracted, joined(block, info, new byte[] {(byte) i}));
      output.writeBytes(block);
    }
    return Arrays.copyOf(output.toByteArray(), length);
  }

  private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  /** Little-endian, 32 bytes (RFC 7748 §5). */
  private static byte[] raw(KeyPair pair) {
    byte[] big = ((XECPublicKey) pair.getPublic()).getU().toByteArray();
    byte[] raw = new byte[KEY_BYTES];
    for (int i = 0; i < Math.min(big.length, KEY_BYTES); i++) {
      raw[i] = big[big.length - 1 - i];
    }
    return raw;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
