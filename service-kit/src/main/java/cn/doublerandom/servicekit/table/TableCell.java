package cn.doublerandom.servicekit.table;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cell as an officer sees it.
 *
 * @param text what it shows; of a day 2020-03-01, of a month 2020年3月, of an error its name
 * @param day what a cell of a day or a month holds; absent in others
 * @param merged part of a cell that began above or to the left and has its text
 * @param held what a number holds where its format shows less of it; absent in others
 */
public record TableCell(
    String text, Kind kind, @Nullable LocalDate day, boolean merged, @Nullable String held) {
  TableCell(String text, Kind kind, @Nullable LocalDate day, boolean merged) {
    this(text, kind, day, merged, null);
  }

  /** What a spreadsheet took the cell for. */
  public enum Kind {
    TEXT,
    NUMBER,
    DAY,
    /** A day that shows no year; often a spreadsheet made it of 3-11 or 1/3. */
    DAY_WITHOUT_YEAR,
    /** A day of which only the month, or only the year, is shown. */
    MONTH,
    /** A formula without a result, or a value that is no text. */
    ERROR,
    /** A number with more digits than a spreadsheet keeps. */
    LOST
  }

  private static final Set<String> ERRORS =
      Set.of(
          "#N/A", "#NAME?", "#REF!", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

  static final TableCell EMPTY = new TableCell("", Kind.TEXT, null, false);

  /** A cell of text; an error that was copied as text is one all the same. */
  static TableCell text(String text) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    boolean isError = text.startsWith("#") && ERRORS.contains(text.strip());
    return new TableCell(text, isError ? Kind.ERROR : Kind.TEXT, null, false);
  }

  static TableCell of(Kind kind, String text) {
    return new TableCell(text, kind, null, false);
  }

  /** A number of which less is shown than it holds. */
  static TableCell rounded(String text, String held) {
    return new TableCell(text, Kind.NUMBER, null, false, text.equals(held) ? null : held);
  }

  /** What is wrong with a cell that is an error, in words. */
  public String errorText() {
    return text.startsWith("#") ? "此格是公式错误（" + text.strip() + "）。" : "此格是" + text + "。";
  }

  boolean isBlank() {
    return text.isBlank();
  }
}
