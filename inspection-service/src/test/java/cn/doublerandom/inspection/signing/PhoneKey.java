package cn.doublerandom.inspection.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** A key as a phone makes one. */
public record PhoneKey(KeyPair pair) {
  private static final int RAW_BYTES = 32;
  private static final int RAW_BYTES_P256 = 65;

  public static PhoneKey made() {
    try {
      return new PhoneKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of a phone whose browser has no Ed25519. */
  public static PhoneKey madeOnP256() {
    try {
      KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
      keys.initialize(new ECGenParameterSpec("secp256r1"));
      return new PhoneKey(keys.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isOnP256() {
    return pair.getPublic().getAlgorithm().equals("EC");
  }

  public String publicKey() {
    byte[] spki = pair.getPublic().getEncoded();
    int raw = isOnP256() ? RAW_BYTES_P256 : RAW_BYTES;
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(spki, spki.length - raw, spki.length));
  }

  public SigningKey known() {
    return SigningKey.of(publicKey()).orElseThrow();
  }

  public String signs(byte[] message) {
    try {
      Signature signature =
          Signature.getInstance(isOnP256() ? "SHA256withECDSAinP1363Format" : "Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String proof(String account) {
    return signs(SigningKey.enrolment(account, publicKey()));
  }
}
