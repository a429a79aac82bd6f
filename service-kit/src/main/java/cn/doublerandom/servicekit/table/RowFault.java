package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.problem.Problem;

/**
 * One thing wrong in a file.
 *
 * @param row line of the file, the header being 1; 0 where the whole file is meant
 * @param column its head, or empty
 * @param code stable
 * @param text what an officer reads
 */
public record RowFault(int row, String column, String code, String text) {
  public Problem.FieldError asError() {
    return new Problem.FieldError(column, row, code, text);
  }
}
