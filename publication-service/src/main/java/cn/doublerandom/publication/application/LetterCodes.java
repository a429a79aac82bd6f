package cn.doublerandom.publication.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.publication.application.LetterWork.Sent;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * What a receipt says: a number that names bureau and day, and a code as objections have it. All of
 * it follows from one secret, so that the same form sent twice has one receipt.
 */
@ApplicationScoped
class LetterCodes {
  private static final int SECRET_BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /**
   * A receipt before it is written.
   *
   * @param id a number nobody else has: its last part is as long as a code
   * @param nonce 64 lowercase hex digits
   */
  record Slip(String id, String code, String nonce) {
    @Override
    public String toString() {
      return "Slip[not told]";
    }
  }

  /** That of what a form said; of what has no key it is by chance. */
  Slip slip(BureauKey bureau, LocalDate on, Sent sent) {
    String secret = sent.key().isEmpty() ? chance() : said(sent);
    return new Slip(
        bureau.text()
            + "-"
            + on.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "-"
            + ObjectionCodes.of(hash(secret, "number")).replace("-", ""),
        ObjectionCodes.of(hash(secret, "code")),
        hash(secret, "nonce"));
  }

  /** Another text under one key is another letter. */
  private static String said(Sent sent) {
    return String.join(
        "\0", sent.key(), sent.kind().name(), sent.about(), sent.contact(), sent.text());
  }

  private String chance() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hash(String secret, String of) {
    return Sha256.hex((of + "\0" + secret).getBytes(UTF_8));
  }
}
