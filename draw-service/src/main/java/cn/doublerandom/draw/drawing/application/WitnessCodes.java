package cn.doublerandom.draw.drawing.application;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** Codes for witnesses without an account: 80 random bits, told once and kept as a hash alone. */
public final class WitnessCodes {
  /** No I, L, O, U: what is read from paper is not mistaken. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final int PSEUDONYM_BYTES = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private WitnessCodes() {}

  /** For example {@code K7QM-2XVD-9RTB-H4WC}. */
  public static String fresh() {
    var code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** As it was handed out, however it was typed. */
  public static String normal(String typed) {
    return typed
        .toUpperCase(Locale.ROOT)
        .replaceAll("[ -]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  /** What stands in public for an account: random, so that no list of accounts finds it out. */
  public static String pseudonym() {
    byte[] fresh = new byte[PSEUDONYM_BYTES];
    RANDOM.nextBytes(fresh);
    return HexFormat.of().formatHex(fresh);
  }
}
