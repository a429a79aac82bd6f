package cn.doublerandom.servicekit.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The one guard for every text that comes in, by JSON, query, path, header, table or message.
 *
 * <p>Some characters no text may hold, because a store, an index or a reader breaks at them or
 * because they say that characters were lost: they are refused, named with their position. Others
 * nobody can see, so that two texts look alike and are not: {@link #visible} takes them away, and
 * {@link #hidden} names them.
 */
public final class TextGuard {
  /** What no text may hold. */
  public enum Fault {
    /** U+0000, which PostgreSQL cannot store. */
    NUL("nul", "空字符（NUL）"),
    /** Other control characters. */
    CONTROL("control-character", "不可见的控制字符"),
    /** Half of a pair: no Unicode text, and no UTF-8 either. */
    LONE_SURROGATE("lone-surrogate", "残缺的字符（单独的代理项）"),
    /** U+FFFD stands where a conversion lost a character. */
    LOST("characters-lost", "乱码“\ufffd”，文字在转换编码时已丢失"),
    /** More marks on one character than any script has (UAX 15 §13). */
    PILED("marks-piled", "叠加在一个字上的过多符号"),
    /** A code point that is never a character. */
    NONCHARACTER("noncharacter", "不是字符的编码"),
    /** The number of a resident, which could never be erased from a text. */
    RESIDENT(CodeText.RESIDENT_NUMBER, "居民身份证号码，不能写在文字里，请删去或改用登记编号"),
    /** The number of somebody's telephone, where everybody will read it. */
    MOBILE("mobile-number", "手机号码，这段文字会公开，请删去或改用单位电话");

    private final String code;
    private final String text;

    Fault(String code, String text) {
      this.code = code;
      this.text = text;
    }

    /** Stable, for programs. */
    public String code() {
      return code;
    }
  }

  /**
   * A character that may not stand in a text.
   *
   * @param position of the character, the first being 1; a pair of surrogates is one character
   * @param codePoint the character; of a number its first
   */
  public record Offence(Fault fault, int position, int codePoint) {
    /** What an officer reads. */
    public String text() {
      if (fault == Fault.RESIDENT || fault == Fault.MOBILE) {
        return "第 %d 个字起是%s。".formatted(position, fault.text);
      }
      return "第 %d 个字是%s（U+%04X）。".formatted(position, fault.text, codePoint);
    }
  }

  /**
   * A character nobody can see.
   *
   * @param position of the character, the first being 1
   * @param codePoint the character
   */
  public record Hidden(int position, int codePoint) {
    /** What an officer reads. */
    public String text() {
      String where = position == 1 ? "开头" : "第 %d 位后".formatted(position - 1);
      return "%s有不可见字符（U+%04X）".formatted(where, codePoint);
    }

    /** What {@link #visible} makes of it. */
    public String fate() {
      return isOddSpace(codePoint) ? "，已改为普通空格。" : "，已去掉。";
    }
  }

  private static final int TAB = '\t';
  private static final int LINE_FEED = '\n';
  private static final int CARRIAGE_RETURN = '\r';
  private static final int REPLACEMENT = 0xFFFD;
  private static final int NO_BREAK_SPACE = 0xA0;

  private static final int MOST_PILED = 30;
  private static final Optional<Fault> PILED = Optional.of(Fault.PILED);

  private TextGuard() {}

  /**
   * The text in a normal form. Marks without end on one character would be put into their order one
   * by one, in time that grows with their square: such a text, which {@link #offence} refuses,
   * stays as it is.
   */
  public static String normalized(String text, Normalizer.Form form) {
    if (PlainText.isOne(text)) {
      return text;
    }
    return isPiled(text) ? text : Normalizer.normalize(text, form);
  }

  private static boolean isPiled(String text) {
    int piled = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      piled = isMark(c) ? piled + 1 : 0;
      if (piled > MOST_PILED) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /** What may not stand in a text of one line: a name, a code, a word. */
  public static Optional<Offence> offenceInLine(String text) {
    return unreadableInLine(text).or(() -> resident(text));
  }

  /** What may not stand in a text of several lines, which may hold tabs. */
  public static Optional<Offence> offence(String text) {
    return unreadable(text).or(() -> resident(text));
  }

  /**
   * The first character that may not stand in a line, whatever it says: of an address, or of what a
   * person's key seals.
   */
  public static Optional<Offence> unreadableInLine(String text) {
    return unreadable(text, false);
  }

  /** The same of a text of several lines: of what others recorded and hashed. */
  public static Optional<Offence> unreadable(String text) {
    return unreadable(text, true);
  }

  /** What may not stand in a text that everybody will read, besides; see {@link PublicText}. */
  public static Optional<Offence> offenceInPublic(String text) {
    return number(Fault.MOBILE, text, MobileNumbers.firstIn(text));
  }

  private static Optional<Offence> resident(String text) {
    return number(Fault.RESIDENT, text, ResidentNumbers.firstIn(text));
  }

  private static Optional<Offence> number(Fault fault, String text, OptionalInt first) {
    return first.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Offence(
                fault,
                first.getAsInt(),
                text.codePointAt(text.offsetByCodePoints(0, first.getAsInt() - 1))));
  }

  private static Optional<Offence> unreadable(String text, boolean manyLines) {
    if (PlainText.isOne(text)) {
      return Optional.empty();
    }
    int position = 0;
    int piled = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      position++;
      piled = isMark(c) ? piled + 1 : 0;
      Optional<Fault> fault = piled > MOST_PILED ? PILED : fault(c, manyLines);
      if (fault.isPresent()) {
        return Optional.of(new Offence(fault.get(), position, c));
      }
    }
    return Optional.empty();
  }

  private static Optional<Fault> fault(int c, boolean manyLines) {
    if (c == 0) {
      return Optional.of(Fault.NUL);
    } else if (Character.getType(c) == Character.CONTROL) {
      boolean isSpacing = c == TAB || c == LINE_FEED || c == CARRIAGE_RETURN;
      return manyLines && isSpacing ? Optional.empty() : Optional.of(Fault.CONTROL);
    } else if (Character.getType(c) == Character.SURROGATE) {
      return Optional.of(Fault.LONE_SURROGATE);
    } else if (c == REPLACEMENT) {
      return Optional.of(Fault.LOST);
    }
    boolean isNone = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    return isNone ? Optional.of(Fault.NONCHARACTER) : Optional.empty();
  }

  /**
   * The characters of a text that nobody can see, in order: of no width, marks of direction, and
   * spaces other than the ordinary and the ideographic one.
   */
  public static List<Hidden> hidden(String text) {
    if (PlainText.isOne(text)) {
      return List.of();
    }
    List<Hidden> hidden = new ArrayList<>();
    int position = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      position++;
      if (isUnseen(c) || isOddSpace(c)) {
        hidden.add(new Hidden(position, c));
      }
    }
    return hidden;
  }

  /**
   * The text without what nobody can see: characters of no width and marks of direction are gone,
   * odd spaces are ordinary ones, and none stands at the ends. Empty where nothing is left. A
   * character and its accent are one sign (NFC), as everything that is hashed must be.
   */
  public static String visible(String text) {
    if (PlainText.isOne(text)) {
      return text.strip();
    }
    if (text.codePoints().noneMatch(c -> isUnseen(c) || isOddSpace(c))) {
      return composed(text.strip());
    }
    var seen = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isUnseen(c))
        .forEach(c -> seen.appendCodePoint(isOddSpace(c) ? ' ' : c));
    return composed(seen.toString().strip());
  }

  private static String composed(String text) {
    return normalized(text, Normalizer.Form.NFC);
  }

  /** Whether each sign is written in one way only (NFC), and none holds marks without end. */
  public static boolean isComposed(String text) {
    return !isPiled(text) && Normalizer.isNormalized(text, Normalizer.Form.NFC);
  }

  /** The text of a code, in which no space of any kind and nothing unseen can stand. */
  public static String compact(String text) {
    if (text.indexOf(' ') < 0 && PlainText.isOne(text)) {
      return text;
    }
    if (text.codePoints().noneMatch(c -> isUnseen(c) || isOddSpace(c) || isSpace(c))) {
      return text;
    }
    var kept = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isUnseen(c) && !isOddSpace(c) && !isSpace(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** The position of the first character nobody can see, the first being 1. */
  public static OptionalInt firstHidden(String text) {
    List<Hidden> hidden = hidden(text);
    return hidden.isEmpty() ? OptionalInt.empty() : OptionalInt.of(hidden.getFirst().position());
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c);
  }

  /** Format characters (zero width, direction, byte order mark, tags) and fillers without ink. */
  private static boolean isUnseen(int c) {
    return Character.getType(c) == Character.FORMAT
        || c == 0x034F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || c == 0x3164
        || c == 0xFFA0
        || c == 0x2800;
  }

  /** No-break spaces and spaces of other widths, and the separators of lines and paragraphs. */
  private static boolean isOddSpace(int c) {
    return c == NO_BREAK_SPACE
        || (c != ' ' && c != 0x3000 && Character.getType(c) == Character.SPACE_SEPARATOR)
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }
}
