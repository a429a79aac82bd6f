package cn.doublerandom.registry.subject;

import cn.doublerandom.servicekit.text.UnifiedSocialCreditCode;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said of a 统一社会信用代码 that is none. */
public final class CreditCodeWords {
  private static final Pattern LOOKS_LIKE_ONE = Pattern.compile("[0-9A-Za-z]{18}");

  private CreditCodeWords() {}

  /** Whether a code is meant as one, right or wrong. */
  public static boolean isMeantAsOne(String id) {
    return LOOKS_LIKE_ONE.matcher(id).matches();
  }

  /** What is wrong with one, and what it should perhaps be. */
  public static String told(UnifiedSocialCreditCode.Fault fault, String id) {
    return fault.text()
        + UnifiedSocialCreditCode.suggestion(id)
            .map(better -> "是否应为 " + better + "？")
            .orElseGet(() -> meant(fault, id));
  }

  /** A letter that no code has is often a figure that looks like it. */
  private static String meant(UnifiedSocialCreditCode.Fault fault, String id) {
    return switch (fault.position() == 0 ? ' ' : id.charAt(fault.position() - 1)) {
      case 'O', 'o' -> "是不是数字 0？";
      case 'I', 'i', 'l' -> "是不是数字 1？";
      case 'Z', 'z' -> "是不是数字 2？";
      case 'S', 's' -> "是不是数字 5？";
      case 'V', 'v' -> "是不是字母 U？";
      default -> "";
    };
  }

  /** What is wrong with what is meant as one; empty where nothing is, or it is not meant so. */
  public static Optional<UnifiedSocialCreditCode.Fault> fault(String id) {
    return isMeantAsOne(id) ? UnifiedSocialCreditCode.fault(id) : Optional.empty();
  }
}
