package cn.doublerandom.servicekit.text;

import java.util.regex.Pattern;

/** What counts as a name of a firm or an office, or as a basis: words, not signs or digits. */
public final class NameText {
  /** Code of what is said to whom fills a field with signs. */
  public static final String NO_WORDS = "no-words";

  /** The same in words. */
  public static final String NO_WORDS_TEXT = "应为文字，不能只有数字或符号。";

  /** The same of an office. */
  public static final String NO_OFFICE_TEXT = "应为单位名称，至少两个汉字或字母，首尾和中间不留多余空格，不用全角字母和数字。";

  /** 路政, 海事: the shortest name an office has. */
  private static final int FEWEST_OF_OFFICE = 2;

  /** What makes two names of one that look alike: blanks at the ends or in a row, wide letters. */
  private static final Pattern OTHER_SPELLING =
      Pattern.compile("^\\s|\\s$|\\s\\s|[\\p{Z}\\s&&[^ ]]|[０-９Ａ-Ｚａ-ｚ]");

  private NameText() {}

  /** Whether a text has a letter of whatever script; ideographs are letters. */
  public static boolean hasWords(String text) {
    return letters(text) > 0;
  }

  /** Whether a text can name an office. */
  public static boolean isOffice(String text) {
    return letters(text) >= FEWEST_OF_OFFICE && !OTHER_SPELLING.matcher(text).find();
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }
}
