package cn.doublerandom.draw.reading;

import java.math.BigDecimal;
import java.util.Map;

/** Numbers in words: 五, 二十, 一百零五, 二点五, 二〇二三. */
final class ChineseNumber {
  private static final String SIGNS = "[零〇一二两三四五六七八九十百千万]";

  /**
   * A regular expression for them, without groups. It begins only where a number does and gives
   * nothing back, so that a long run of them is looked at once and not once from each of its signs.
   */
  static final String PATTERN = "(?<!" + SIGNS + ")" + SIGNS + "++(?:点[零〇一二三四五六七八九]++)?+";

  private static final Map<Character, Integer> DIGITS =
      Map.ofEntries(
          Map.entry('零', 0),
          Map.entry('〇', 0),
          Map.entry('一', 1),
          Map.entry('二', 2),
          Map.entry('两', 2),
          Map.entry('三', 3),
          Map.entry('四', 4),
          Map.entry('五', 5),
          Map.entry('六', 6),
          Map.entry('七', 7),
          Map.entry('八', 8),
          Map.entry('九', 9));
  private static final Map<Character, Integer> UNITS = Map.of('十', 10, '百', 100, '千', 1_000);

  /** How many zeros they stand for behind digits: 2万, 1.5千. */
  private static final Map<Character, Integer> ZEROS = Map.of('十', 1, '百', 2, '千', 3, '万', 4);

  private ChineseNumber() {}

  /**
   * The number of digits or words.
   *
   * @param text digits, with a point or thousands separators and 十, 百, 千 or 万 if any; or a match of
   *     {@link #PATTERN}
   */
  static BigDecimal of(String text) {
    if (Character.isDigit(text.charAt(0))) {
      int zeros = ZEROS.getOrDefault(text.charAt(text.length() - 1), 0);
      String digits = zeros == 0 ? text : text.substring(0, text.length() - 1);
      return new BigDecimal(digits.replace(",", "")).scaleByPowerOfTen(zeros);
    }
    int point = text.indexOf('点');
    return point < 0
        ? BigDecimal.valueOf(whole(text))
        : new BigDecimal(whole(text.substring(0, point)) + "." + digits(text.substring(point + 1)));
  }

  private static long whole(String words) {
    if (words.chars().allMatch(c -> DIGITS.containsKey((char) c))) {
      return Long.parseLong(digits(words.substring(Math.max(0, words.length() - 15))));
    }
    long tenThousands = 0;
    long sum = 0;
    int digit = -1;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (c == '万') {
        tenThousands += Math.max(1, sum + Math.max(digit, 0)) * 10_000;
        sum = 0;
        digit = -1;
      } else if (UNITS.containsKey(c)) {
        sum += (digit < 0 ? 1 : digit) * (long) UNITS.getOrDefault(c, 1);
        digit = -1;
      } else {
        digit = DIGITS.getOrDefault(c, 0);
      }
    }
    return tenThousands + sum + Math.max(digit, 0);
  }

  private static String digits(String words) {
    StringBuilder digits = new StringBuilder();
    words.chars().forEach(c -> digits.append(DIGITS.getOrDefault((char) c, 0)));
    return digits.toString();
  }
}
