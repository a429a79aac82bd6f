package cn.doublerandom.inspection.application;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a receiver proves on a topic: that it has the code of its link, and what it says by it. The
 * code itself stands on no topic (docs/brokers.md, docs/vectors/transfer-receipt.json).
 */
final class ReceiptProof {
  private static final String FORM = "transfer-receipt/1";
  private static final String HMAC = "HmacSHA256";

  private ReceiptProof() {}

  /**
   * The proof of a receipt.
   *
   * @param codeHash SHA-256 of the code of the link, 64 lowercase hex digits
   * @return 64 lowercase hex digits
   */
  static String of(String codeHash, Receipts.Told told) {
    String text =
        "%s\n%s\n%d\n%s\n%s\n"
            .formatted(FORM, told.visitId(), told.number(), told.receivedAs(), told.reference());
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(codeHash.getBytes(US_ASCII), HMAC));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  /** Whether it is proven; takes as long whatever is wrong. */
  static boolean holds(String codeHash, Receipts.Told told) {
    return MessageDigest.isEqual(
        of(codeHash, told).getBytes(US_ASCII), told.proof().getBytes(UTF_8));
  }
}
