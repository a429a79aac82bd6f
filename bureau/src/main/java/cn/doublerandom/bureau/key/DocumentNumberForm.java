package cn.doublerandom.bureau.key;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a bureau numbers its documents, as in {@code 柏乡交运〔{year}〕{number}号}.
 *
 * @param text with {@code {year}} and {@code {number}}, each once
 */
public record DocumentNumberForm(String text) {
  private static final String YEAR = "{year}";
  private static final String NUMBER = "{number}";
  private static final int LONGEST = 60;

  public DocumentNumberForm {
    if (fault(text).isPresent()) {
      throw new IllegalArgumentException("no form of document numbers");
    }
  }

  /** What is wrong with a form, in words; empty where nothing is. */
  public static Optional<String> fault(String text) {
    if (text.length() > LONGEST || !text.equals(text.strip())) {
      return Optional.of("文号格式最多 60 个字，首尾不留空格。");
    } else if (isNotOnce(text, YEAR) || isNotOnce(text, NUMBER)) {
      return Optional.of("文号格式应当各有一个 {year} 和 {number}。");
    }
    String between =
        text.substring(
            Math.min(text.indexOf(YEAR) + YEAR.length(), text.indexOf(NUMBER) + NUMBER.length()),
            Math.max(text.indexOf(YEAR), text.indexOf(NUMBER)));
    return between.isEmpty() || between.chars().anyMatch(Character::isDigit)
        ? Optional.of("文号格式的年份和序号之间应有文字或符号，不能有数字。")
        : Optional.empty();
  }

  private static boolean isNotOnce(String text, String part) {
    int at = text.indexOf(part);
    return at < 0 || text.indexOf(part, at + 1) >= 0;
  }

  /** The document of that number in that year. */
  public String of(int year, int number) {
    if (year < 1000 || year > 9999 || number < 1) {
      throw new IllegalArgumentException("no year or no number: %d, %d".formatted(year, number));
    }
    return text.replace(YEAR, String.valueOf(year)).replace(NUMBER, String.valueOf(number));
  }

  /** The number within its year of a document numbered by this form; empty for any other. */
  public OptionalInt numberIn(String document, int year) {
    String before = text.substring(0, text.indexOf(NUMBER)).replace(YEAR, String.valueOf(year));
    String after =
        text.substring(text.indexOf(NUMBER) + NUMBER.length()).replace(YEAR, String.valueOf(year));
    Matcher numbered =
        Pattern.compile(Pattern.quote(before) + "([1-9][0-9]{0,8})" + Pattern.quote(after))
            .matcher(document);
    return numbered.matches()
        ? OptionalInt.of(Integer.parseInt(numbered.group(1)))
        : OptionalInt.empty();
  }
}
