package cn.doublerandom.servicekit.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds a resident identity number (居民身份证号码) that stands inside of a text: eighteen signs with a
 * day of birth and the right check character (GB 11643-1999), in whatever width they are written
 * and whatever spaces, hyphens or unseen characters part them.
 *
 * <p>A longer run of digits holds none: it is a number of something else. Neither does a hash or
 * another long word of letters and digits. Numbers of fifteen digits from before have no check
 * character and are known only where nothing else stands beside them: {@link
 * CodeText#isResidentNumber}.
 */
final class ResidentNumbers {
  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;

  /** The shortest hash is of sixteen bytes, and no word with a number in it is as long. */
  private static final int HASH = 32;

  /** Of who could be met at work: a later day in such a place is the day of a document's number. */
  private static final int FIRST_BIRTH = 1900;

  private static final int LAST_BIRTH = 2015;

  /**
   * A sign of a number.
   *
   * @param position in the text, the first character being 1
   * @param begins whether nothing stands before it, or what parts the groups of a number
   */
  private record Sign(char sign, int position, boolean begins) {}

  private final List<Sign> signs = new ArrayList<>(LENGTH);
  private boolean isParted = true;
  private int found;

  private ResidentNumbers() {}

  /** Where the first one begins, the first character being 1. */
  static OptionalInt firstIn(String text) {
    if (isOldNumber(text)) {
      return OptionalInt.of(1);
    } else if (!hasEnoughDigits(text)) {
      return OptionalInt.empty();
    }
    var search = new ResidentNumbers();
    search.read(text);
    return search.found == 0 ? OptionalInt.empty() : OptionalInt.of(search.found);
  }

  private static boolean isOldNumber(String text) {
    if (text.length() < OLD_LENGTH || text.length() > 2 * OLD_LENGTH) {
      return false;
    }
    String meant = CodeText.meant(text);
    return meant.length() == OLD_LENGTH && CodeText.isResidentNumber(meant);
  }

  /** Most texts hold few digits and need no closer look. */
  private static boolean hasEnoughDigits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < LENGTH - 1; ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      digits += digit(c) >= 0 ? 1 : 0;
    }
    return digits == LENGTH - 1;
  }

  private void read(String text) {
    int position = 0;
    for (int i = 0; i < text.length() && found == 0; ) {
      int word = wordLength(text, i);
      if (word >= HASH) {
        i += word;
        position += word;
        end();
        continue;
      }
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      position++;
      boolean isAtWordEnd = wordLength(text, i) == 0;
      pass(c, position, isAtWordEnd);
    }
    end();
  }

  private void pass(int c, int position, boolean isAtWordEnd) {
    int digit = digit(c);
    if (digit >= 0) {
      add((char) ('0' + digit), position);
    } else if (isCheckLetter(c) && !signs.isEmpty() && isAtWordEnd) {
      add('X', position);
    } else if (parts(c)) {
      isParted = true;
    } else if (!isUnseen(c)) {
      end();
    }
  }

  private void add(char sign, int position) {
    signs.add(new Sign(sign, position, isParted));
    isParted = false;
  }

  /** What is no part of a number stands here: the groups before it are looked at. */
  private void end() {
    for (int from = 0; from + LENGTH <= signs.size() && found == 0; from++) {
      int to = from + LENGTH;
      boolean isWhole = to == signs.size() || signs.get(to).begins();
      if (signs.get(from).begins() && isWhole && isNumber(from)) {
        found = signs.get(from).position();
      }
    }
    signs.clear();
    isParted = true;
  }

  private boolean isNumber(int from) {
    var number = new StringBuilder(LENGTH);
    signs.subList(from, from + LENGTH).forEach(s -> number.append(s.sign()));
    return number.lastIndexOf("X", LENGTH - 2) < 0 && isNumber(number.toString());
  }

  private static boolean isNumber(String number) {
    int born = Integer.parseInt(number.substring(6, 10));
    return born >= FIRST_BIRTH && born <= LAST_BIRTH && CodeText.isResidentNumber(number);
  }

  /** How many narrow letters and digits follow without a break. */
  private static int wordLength(String text, int from) {
    int to = from;
    while (to < text.length() && to - from <= HASH * 8 && isNarrow(text.charAt(to))) {
      to++;
    }
    return to - from;
  }

  private static boolean isNarrow(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** A digit of any script and width; -1 where it is none. */
  private static int digit(int c) {
    if (c < 0x80) {
      return c >= '0' && c <= '9' ? c - '0' : -1;
    }
    int digit = Character.digit(c, 10);
    return digit >= 0 || Character.getType(c) != Character.OTHER_NUMBER ? digit : narrowDigit(c);
  }

  /** Digits in circles and the like. */
  private static int narrowDigit(int c) {
    String narrow = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    return narrow.length() == 1 ? Character.digit(narrow.charAt(0), 10) : -1;
  }

  private static boolean isCheckLetter(int c) {
    return c == 'X' || c == 'x' || c == 'Ｘ' || c == 'ｘ' || c == 'Ⅹ' || c == 'ⅹ';
  }

  private static boolean isUnseen(int c) {
    return !TextGuard.hidden(Character.toString(c)).isEmpty();
  }

  /** Spaces of any kind, hyphens and dashes, dots: what people put between groups of digits. */
  private static boolean parts(int c) {
    return c == '.'
        || c == '_'
        || c == '·'
        || c == '−'
        || c == '～'
        || c == '~'
        || Character.getType(c) == Character.DASH_PUNCTUATION
        || Character.getType(c) == Character.SPACE_SEPARATOR
        || c == '\t';
  }
}
