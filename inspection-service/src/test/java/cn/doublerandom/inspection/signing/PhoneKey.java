package cn.doublerandom.inspection.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;

/** A key as a phone makes one. */
public record PhoneKey(KeyPair pair) {
  private static final int RAW_BYTES = 32;

  public static PhoneKey made() {
    try {
      return new PhoneKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String publicKey() {
    byte[] spki = pair.getPublic().getEncoded();
    return Base64.getEncoder()
        .encodeToString(Arrays.copyOfRange(spki, spki.length - RAW_BYTES, spki.length));
  }

  public SigningKey known() {
    return SigningKey.of(publicKey()).orElseThrow();
  }

  public String signs(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
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
