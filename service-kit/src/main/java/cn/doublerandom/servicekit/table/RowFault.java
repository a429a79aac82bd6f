package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.problem.Problem;

/**
 * One thing wrong in a file, or one thing to be said of it.
 *
 * @param row line of the file, the first being 1; 0 where the whole file is meant; of a sheet after
 *     the first a multiple of {@link #SHEET} more
 * @param column its head, or empty
 * @param code stable
 * @param text what an officer reads
 */
public record RowFault(int row, String column, String code, String text) {
  /** By how much the numbers of the rows of one sheet are apart from those of the next. */
  static final int SHEET = 100_000_000;

  public Problem.FieldError asError() {
    int sheet = row / SHEET;
    return new Problem.FieldError(
        place(), row % SHEET, code, sheet == 0 ? text : "第 " + (sheet + 1) + " 张工作表：" + text);
  }

  /** Nobody finds a cell by an empty name: where no column is meant, all of the row is. */
  private String place() {
    if (!column.isEmpty()) {
      return column;
    }
    return row == 0 ? "整个文件" : "整行";
  }

  /** Where a row stands, in words. */
  static String place(int number) {
    int sheet = number / SHEET;
    return (sheet == 0 ? "" : "第 " + (sheet + 1) + " 张工作表") + "第 " + number % SHEET + " 行";
  }
}
