package cn.doublerandom.contracts.json;

import java.text.Normalizer;

/** Text in which each sign is written in one way only (Unicode NFC, UAX 15). */
final class ComposedText {
  /** More marks on one sign than any script has (UAX 15 §13, stream-safe text). */
  private static final int MOST_MARKS = 30;

  private ComposedText() {}

  /**
   * Whether the text is one, in time that grows with its length. The library would put marks in
   * their order one by one, in time that grows with the square of how many there are; two of them
   * in the wrong order are found before.
   */
  static boolean is(String text) {
    boolean isShort = text.length() <= MOST_MARKS;
    return (isShort || !isMarkedWrongly(text))
        && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  private static boolean isMarkedWrongly(String text) {
    int marks = 0;
    int before = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MOST_MARKS
          && !Normalizer.isNormalized(text.substring(before, next), Normalizer.Form.NFC)) {
        return true;
      }
      before = i;
      i = next;
    }
    return false;
  }

  /** Whether the character belongs to the sign before it (general category M). */
  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
