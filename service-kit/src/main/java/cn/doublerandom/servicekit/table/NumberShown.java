package cn.doublerandom.servicekit.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of a workbook as its format shows it (ECMA-376 part 1, 18.8.30 and 18.8.31): a day, a
 * month, a percentage, digits with leading zeros and words around them, or the number itself.
 *
 * @param kind how the number is to be shown
 * @param before words before the number
 * @param after words behind it
 * @param digits least digits before the point
 * @param decimals most digits behind the point; -1 for as many as there are
 */
record NumberShown(Kind kind, String before, String after, int digits, int decimals) {
  private enum Kind {
    PLAIN,
    FORMATTED,
    PERCENT,
    DAY,
    DAY_WITHOUT_YEAR,
    MONTH,
    YEAR
  }

  static final NumberShown GENERAL = new NumberShown(Kind.PLAIN, "", "", 1, -1);

  /** Digits beyond which a spreadsheet does not keep a number. */
  private static final int KEPT_DIGITS = 15;

  private static final int LAST_DAY = 2_958_465; // 9999-12-31

  /** Spreadsheets count a 29 February 1900 that never was. */
  private static final int NEVER = 60;

  /** Built-in formats of days, those of Chinese editions among them. */
  private static final Map<Integer, Kind> BUILT_IN =
      Map.ofEntries(
          Map.entry(14, Kind.DAY),
          Map.entry(15, Kind.DAY),
          Map.entry(16, Kind.DAY_WITHOUT_YEAR),
          Map.entry(17, Kind.MONTH),
          Map.entry(22, Kind.DAY),
          Map.entry(27, Kind.MONTH),
          Map.entry(28, Kind.DAY_WITHOUT_YEAR),
          Map.entry(29, Kind.DAY_WITHOUT_YEAR),
          Map.entry(30, Kind.DAY),
          Map.entry(31, Kind.DAY),
          Map.entry(36, Kind.MONTH),
          Map.entry(50, Kind.MONTH),
          Map.entry(51, Kind.DAY_WITHOUT_YEAR),
          Map.entry(52, Kind.MONTH),
          Map.entry(53, Kind.DAY_WITHOUT_YEAR),
          Map.entry(54, Kind.DAY_WITHOUT_YEAR),
          Map.entry(57, Kind.MONTH),
          Map.entry(58, Kind.DAY_WITHOUT_YEAR));

  /** Quoted and escaped words, conditions and languages in brackets, and room left for a sign. */
  private static final Pattern WORDS =
      Pattern.compile("\"([^\"]*+)\"|\\\\(.)|\\[[^\\]]*+\\]|[_*].", Pattern.DOTALL);

  private static final Pattern DIGITS =
      Pattern.compile("(?<![0#?,])[0#?,]*[0#?](?:\\.[0#?]*+)?+|\\.[0#?]++");

  /** The format of a cell by its number, and by its code where it has one of its own. */
  static NumberShown of(int id, String code) {
    if (code.isEmpty()) {
      return switch (id) {
        case 9 -> new NumberShown(Kind.PERCENT, "", "", 1, 0);
        case 10 -> new NumberShown(Kind.PERCENT, "", "", 1, 2);
        default -> new NumberShown(BUILT_IN.getOrDefault(id, Kind.PLAIN), "", "", 1, -1);
      };
    }
    String first = section(code);
    String bare = WORDS.matcher(first).replaceAll("");
    Matcher digits = DIGITS.matcher(bare);
    if (!digits.find()) {
      return new NumberShown(kind(bare), "", "", 1, -1);
    } else if (bare.matches("(?s).*(?:[eE][+-]|/).*")) {
      return GENERAL;
    }
    String shape = digits.group().replace(",", "");
    int point = shape.indexOf('.');
    String whole = point < 0 ? shape : shape.substring(0, point);
    int decimals = point < 0 ? 0 : shape.length() - point - 1;
    int least = Math.toIntExact(whole.chars().filter(c -> c == '0').count());
    boolean isPercent = bare.indexOf('%') >= 0;
    return new NumberShown(
        isPercent ? Kind.PERCENT : Kind.FORMATTED,
        words(first, true),
        words(first, false),
        least,
        decimals);
  }

  /** The part of a code for numbers above zero: up to the first semicolon outside of quotes. */
  private static String section(String code) {
    boolean quoted = false;
    for (int i = 0; i < code.length(); i++) {
      quoted ^= code.charAt(i) == '"';
      if (code.charAt(i) == ';' && !quoted) {
        return code.substring(0, i);
      }
    }
    return code;
  }

  /** The words of a code before its digits, or behind them. */
  private static String words(String section, boolean before) {
    var words = new StringBuilder();
    Matcher word = WORDS.matcher(section);
    int digits = section.length();
    for (int i = 0; i < section.length(); i++) {
      if (word.region(i, section.length()).lookingAt()) {
        i = word.end() - 1;
      } else if ("0#?".indexOf(section.charAt(i)) >= 0) {
        digits = i;
        break;
      }
    }
    word.reset();
    while (word.find()) {
      if (word.start() < digits == before) {
        words.append(
            word.group(1) != null ? word.group(1) : word.group(2) == null ? "" : word.group(2));
      }
    }
    return words.toString();
  }

  private static Kind kind(String bare) {
    if (bare.toLowerCase(java.util.Locale.ROOT).contains("general") || bare.contains("@")) {
      return Kind.PLAIN;
    }
    String signs = bare.toLowerCase(java.util.Locale.ROOT).replace("am/pm", "");
    boolean year = signs.indexOf('y') >= 0 || signs.indexOf('e') >= 0;
    boolean day = signs.indexOf('d') >= 0;
    boolean time = signs.indexOf('h') >= 0 || signs.indexOf('s') >= 0;
    boolean month = signs.indexOf('m') >= 0 && (year || day || !time);
    if (year) {
      return day ? Kind.DAY : month ? Kind.MONTH : Kind.YEAR;
    }
    return month || day ? Kind.DAY_WITHOUT_YEAR : Kind.PLAIN;
  }

  /**
   * The cell a number is in this format.
   *
   * @param since1904 whether days are counted from 1904
   */
  TableCell cell(BigDecimal number, boolean since1904) {
    return switch (kind) {
      case PLAIN -> plain(number);
      case FORMATTED -> formatted(number);
      case PERCENT -> percent(number.movePointRight(2));
      case DAY, DAY_WITHOUT_YEAR, MONTH, YEAR -> day(number, since1904);
    };
  }

  private TableCell percent(BigDecimal hundredths) {
    String rest = "%" + after.replace("%", "");
    return TableCell.rounded(
        before + decimals(hundredths, Math.max(decimals, 0)) + rest,
        before + decimals(hundredths, KEPT_DIGITS) + rest);
  }

  private static TableCell plain(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    boolean isWhole = plain.scale() <= 0;
    if (isWhole && plain.precision() - plain.scale() > KEPT_DIGITS) {
      return TableCell.of(TableCell.Kind.LOST, plain.toPlainString());
    }
    return TableCell.of(
        TableCell.Kind.NUMBER,
        plain.round(new MathContext(KEPT_DIGITS)).stripTrailingZeros().toPlainString());
  }

  private TableCell formatted(BigDecimal number) {
    TableCell plain = plain(number);
    if (plain.kind() == TableCell.Kind.LOST) {
      return plain;
    }
    return TableCell.rounded(
        formatted(decimals(number, decimals)), formatted(decimals(number, KEPT_DIGITS)));
  }

  private String formatted(String text) {
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    boolean isNegative = text.startsWith("-");
    String zeros = "0".repeat(Math.max(0, digits - whole + (isNegative ? 1 : 0)));
    return before + (isNegative ? "-" + zeros + text.substring(1) : zeros + text) + after;
  }

  private static String decimals(BigDecimal number, int most) {
    BigDecimal exact = number.round(new MathContext(KEPT_DIGITS));
    return exact.setScale(most, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }

  private TableCell day(BigDecimal number, boolean since1904) {
    int serial = number.setScale(0, RoundingMode.FLOOR).intValue();
    if (number.signum() <= 0 || serial < 1 || serial > LAST_DAY) {
      return plain(number);
    }
    if (serial == NEVER && !since1904) {
      return TableCell.text("1900-02-29");
    }
    try {
      LocalDate day =
          since1904
              ? LocalDate.of(1904, 1, 1).plusDays(serial)
              : LocalDate.of(1899, 12, serial < NEVER ? 31 : 30).plusDays(serial);
      return shown(day);
    } catch (DateTimeException e) {
      return plain(number);
    }
  }

  /** A day as this format shows it. */
  private TableCell shown(LocalDate day) {
    return switch (kind) {
      case MONTH ->
          new TableCell(
              day.getYear() + "年" + day.getMonthValue() + "月", TableCell.Kind.MONTH, day, false);
      case YEAR -> new TableCell(day.getYear() + "年", TableCell.Kind.MONTH, day, false);
      case DAY_WITHOUT_YEAR ->
          new TableCell(
              day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
              TableCell.Kind.DAY_WITHOUT_YEAR,
              day,
              false);
      case DAY, PLAIN, FORMATTED, PERCENT ->
          new TableCell(day.toString(), TableCell.Kind.DAY, day, false);
    };
  }

  /** A day written as ISO 8601 in a cell of its own type; a time behind it is left out. */
  static TableCell iso(String text) {
    String day = text.length() > 10 ? text.substring(0, 10) : text;
    try {
      LocalDate read = LocalDate.parse(day);
      return new TableCell(read.toString(), TableCell.Kind.DAY, read, false);
    } catch (DateTimeException e) {
      return TableCell.text(text);
    }
  }
}
