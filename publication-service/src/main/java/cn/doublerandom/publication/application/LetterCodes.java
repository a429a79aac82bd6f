package cn.doublerandom.publication.application;

import cn.doublerandom.bureau.key.BureauKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** What a receipt says: a number that names bureau and day, and a code as objections have it. */
@ApplicationScoped
class LetterCodes {
  private static final int NONCE_BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final ObjectionCodes codes;

  @Inject
  LetterCodes(ObjectionCodes codes) {
    this.codes = codes;
  }

  /** A number nobody else has: its last part is as long as a code. */
  String number(BureauKey bureau, LocalDate on) {
    return bureau.text()
        + "-"
        + on.format(DateTimeFormatter.BASIC_ISO_DATE)
        + "-"
        + codes.next().replace("-", "");
  }

  String code() {
    return codes.next();
  }

  String nonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
