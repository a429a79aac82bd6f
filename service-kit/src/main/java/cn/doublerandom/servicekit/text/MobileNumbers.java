package cn.doublerandom.servicekit.text;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the number of a mobile telephone (手机号码) that stands inside of a text: eleven digits that
 * begin with 13 to 19, in whatever width, together or in three groups, with or without the number
 * of the country. A longer run of letters and digits holds none; offices have other numbers, and
 * may name them.
 */
final class MobileNumbers {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9A-Za-z])(?:\\+?(?:00)?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}"
              + "(?![0-9A-Za-z])");

  private static final int DIGITS = 11;

  private MobileNumbers() {}

  /** Where the first one begins, the first character being 1. */
  static OptionalInt firstIn(String text) {
    // Most cells of a table are shorter than any number.
    if (text.length() < DIGITS) {
      return OptionalInt.empty();
    }
    StringBuilder narrow = new StringBuilder(text.length());
    text.codePoints().forEach(c -> narrow.append(narrow(c)));
    Matcher found = NUMBER.matcher(narrow);
    return found.find() ? OptionalInt.of(found.start() + 1) : OptionalInt.empty();
  }

  /** One sign for each character, so that places are those of the text. */
  private static char narrow(int c) {
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    } else if (Character.getType(c) == Character.DASH_PUNCTUATION || c == '−') {
      return '-';
    } else if (Character.getType(c) == Character.SPACE_SEPARATOR) {
      return ' ';
    }
    return c == '＋' ? '+' : c < 0x80 ? (char) c : '.';
  }
}
