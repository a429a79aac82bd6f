package cn.doublerandom.servicekit.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Codes, numbers and certificates as people type them: what they mean, and what they cannot be. */
public final class CodeText {
  /** Code of what is said to whom sends a resident's number for something else. */
  public static final String RESIDENT_NUMBER = "resident-number";

  /** The same in words. */
  public static final String RESIDENT_TEXT = "这是居民身份证号码，不能作为编码或名称，请改用登记编号。";

  /** Code of what is said to whom writes a code with the sign that separates names from codes. */
  public static final String SEPARATOR = "code-separator";

  /** The same in words. */
  public static final String SEPARATOR_TEXT = "编码和单位名称中不能有符号“~”。";

  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}−]");
  private static final Pattern SCIENTIFIC =
      Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?[Ee][+-]?[0-9]{1,3}");
  private static final Pattern WITH_POINT = Pattern.compile("[0-9]{4,}\\.0+");
  private static final Pattern RESIDENT = Pattern.compile("[0-9]{17}[0-9Xx]");
  private static final Pattern REGISTRATION = Pattern.compile("[0-9]{15}");
  private static final Pattern OLD_RESIDENT = Pattern.compile("[1-8][0-9]{14}");
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private CodeText() {}

  /** The code without anything unseen and without spaces, in narrow signs. */
  public static String meant(String typed) {
    return TextGuard.normalized(TextGuard.compact(typed), Normalizer.Form.NFKC);
  }

  /** The code of a firm as somebody looks for it, in capitals, which all of them have. */
  public static String sought(String typed) {
    return meant(typed).toUpperCase(Locale.ROOT);
  }

  /**
   * A code that was handed out on paper, which is letters and digits alone: without a dash, of
   * whatever keyboard.
   */
  public static String handedOut(String typed) {
    return DASHES.matcher(sought(typed)).replaceAll("");
  }

  /** Whether a code holds {@code ~}, which tells the bureaus of a log apart. */
  public static boolean holdsSeparator(String code) {
    return code.indexOf('~') >= 0;
  }

  /** What a spreadsheet makes of a long number, 9.11305E+17, or of any number, 123456.0. */
  public static boolean hasLostDigits(String code) {
    // Hardly any code has one of these, and a table of a province has many.
    boolean mayHave = code.indexOf('E') >= 0 || code.indexOf('e') >= 0 || code.indexOf('.') >= 0;
    return mayHave && (SCIENTIFIC.matcher(code).matches() || WITH_POINT.matcher(code).matches());
  }

  /**
   * A resident identity number: eighteen characters with their right check character (GB
   * 11643-1999), or one of fifteen digits from before; both with a day of birth where it stands in
   * them. What has the check character of a credit code or of a 注册号 is one of those.
   */
  public static boolean isResidentNumber(String code) {
    if (!looksLikeResidentNumber(code)) {
      return false;
    }
    return code.length() == OLD_LENGTH
        ? !isRegistrationNumber(code)
        : isChecked(code) && UnifiedSocialCreditCode.fault(code).isPresent();
  }

  /** A 注册号 of fifteen digits with its right check digit (GS 15-2006, ISO 7064 MOD 11,10). */
  public static boolean isRegistrationNumber(String code) {
    if (!REGISTRATION.matcher(code).matches()) {
      return false;
    }
    int product = 10;
    for (int i = 0; i < OLD_LENGTH - 1; i++) {
      int sum = (product % 11 + code.charAt(i) - '0') % 10;
      product = (sum == 0 ? 10 : sum) * 2;
    }
    return (product % 11 + code.charAt(OLD_LENGTH - 1) - '0') % 10 == 1;
  }

  /**
   * A resident identity number or a mistyped one, old ones of fifteen digits too: digits with a day
   * of birth where it stands in them.
   */
  public static boolean looksLikeResidentNumber(String code) {
    if (code.length() != LENGTH && code.length() != OLD_LENGTH) {
      return false;
    }
    if (RESIDENT.matcher(code).matches()) {
      return birth(code.substring(6, 14)).isPresent();
    }
    return OLD_RESIDENT.matcher(code).matches() && birth("19" + code.substring(6, 12)).isPresent();
  }

  private static Optional<LocalDate> birth(String digits) {
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(digits.substring(0, 4)),
              Integer.parseInt(digits.substring(4, 6)),
              Integer.parseInt(digits.substring(6, 8)));
      return day.getYear() >= 1850 && day.getYear() < 2100 ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** ISO 7064 MOD 11-2. */
  private static boolean isChecked(String code) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (code.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11) == Character.toUpperCase(code.charAt(17));
  }
}
