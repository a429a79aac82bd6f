package cn.doublerandom.bureau.key;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 发文字号 of a paper (GB/T 9704): letters of the office, year, number within the year. Offices type
 * the year in round, square or hexagonal brackets; it is written in hexagonal ones, 清交双随机办〔2023〕1号.
 *
 * @param text as written
 */
public record DocumentNumber(String text) {
  /** Longest text that is read. */
  public static final int LONGEST = 60;

  private static final Pattern TYPED =
      Pattern.compile(
          "(\\p{IsHan}[\\p{IsHan}A-Za-z·]{0,39})[〔（(\\[［]((?:19|20)[0-9]{2})[〕）)\\]］]"
              + "第?0{0,4}([1-9][0-9]{0,5})号");

  public DocumentNumber {
    if (read(text).filter(text::equals).isEmpty()) {
      throw new IllegalArgumentException("no document number as it is written");
    }
  }

  /** The number somebody typed; empty where it is none. */
  public static Optional<DocumentNumber> of(String typed) {
    return read(typed).map(DocumentNumber::new);
  }

  /** As it is written: no blank, no 第 and no nought before the number, one kind of brackets. */
  private static Optional<String> read(String typed) {
    if (typed.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher parts = TYPED.matcher(narrow(typed));
    return parts.matches()
        ? Optional.of("%s〔%s〕%s号".formatted(parts.group(1), parts.group(2), parts.group(3)))
        : Optional.empty();
  }

  /** Without blanks, and with the digits of an ordinary keyboard. */
  private static String narrow(String typed) {
    return typed
        .chars()
        .filter(sign -> sign != ' ' && sign != '\u3000')
        .map(sign -> sign >= '０' && sign <= '９' ? sign - '０' + '0' : sign)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
