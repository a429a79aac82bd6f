package cn.doublerandom.servicekit.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What somebody outside proves where he shows no code: that he has the code of a link, and what he
 * says by it. The code itself stands nowhere (docs/brokers.md).
 */
public final class CodeProof {
  private static final String HMAC = "HmacSHA256";

  private CodeProof() {}

  /**
   * The proof of a text.
   *
   * @param codeHash SHA-256 of the code of the link, 64 lowercase hex digits
   * @return 64 lowercase hex digits
   */
  public static String of(String codeHash, String text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(codeHash.getBytes(US_ASCII), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  /** Whether it is proven; takes as long whatever is wrong. */
  public static boolean holds(String codeHash, String text, String proof) {
    return MessageDigest.isEqual(of(codeHash, text).getBytes(US_ASCII), proof.getBytes(UTF_8));
  }
}
