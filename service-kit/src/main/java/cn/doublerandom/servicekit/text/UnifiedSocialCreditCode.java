package cn.doublerandom.servicekit.text;

import java.util.Locale;
import java.util.Optional;

/**
 * 统一社会信用代码, GB 32100-2015: eighteen characters with two check characters. Characters 9 to 17 are
 * the organisation code of GB 11714 with its own check character.
 */
public final class UnifiedSocialCreditCode {
  public static final int LENGTH = 18;

  /** No I, O, S, V, Z, which look like 1, 0, 5, U, 2. */
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ORGANISATION_CHECKS = "0123456789X";
  private static final int MODULUS = 31;

  private UnifiedSocialCreditCode() {}

  /**
   * What is wrong with a code.
   *
   * @param position 1 to 18; 0 where the length is wrong
   */
  public record Fault(int position, String text) {}

  /** The first fault, or empty where the code is valid. */
  public static Optional<Fault> fault(String code) {
    if (code.length() != LENGTH) {
      return Optional.of(new Fault(0, "统一社会信用代码应为 18 位，现为 " + code.length() + " 位。"));
    }
    for (int i = 0; i < LENGTH; i++) {
      if (ALPHABET.indexOf(code.charAt(i)) < 0) {
        return Optional.of(new Fault(i + 1, "第 " + (i + 1) + " 位字符“" + code.charAt(i) + "”不允许。"));
      }
    }
    if (code.charAt(16) != organisationCheck(code)) {
      return Optional.of(new Fault(17, "第 17 位（组织机构代码校验位）不符。"));
    }
    if (code.charAt(17) != check(code)) {
      return Optional.of(new Fault(18, "第 18 位（校验位）不符。"));
    }
    return Optional.empty();
  }

  /**
   * The code somebody probably meant: O written for 0, I for 1, Z for 2, S for 5, small letters.
   * Empty where that does not make it valid.
   */
  public static Optional<String> suggestion(String code) {
    String better =
        code.strip()
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('Z', '2')
            .replace('S', '5');
    return better.equals(code) || fault(better).isPresent()
        ? Optional.empty()
        : Optional.of(better);
  }

  /** C18; a remainder of zero gives index 0, not 31. */
  private static char check(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
    }
    return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }

  /** GB 11714: letters count from A = 10, 11 − sum mod 11, ten is X, eleven is 0. */
  private static char organisationCheck(String code) {
    int sum = 0;
    for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
      sum += Character.digit(code.charAt(8 + i), 36) * ORGANISATION_WEIGHTS[i];
    }
    return ORGANISATION_CHECKS.charAt((11 - sum % 11) % 11);
  }
}
