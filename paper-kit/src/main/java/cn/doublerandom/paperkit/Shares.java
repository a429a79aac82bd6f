package cn.doublerandom.paperkit;

import java.util.Arrays;
import java.util.List;

/**
 * How wide the columns of a table are whose content nobody knows beforehand, in hundredths: by the
 * root of the longest cell, so that a long text gets more room and leaves some to the others.
 */
public final class Shares {
  private static final int WHOLE = 100;
  private static final int MOST_SIGNS = 200;

  private Shares() {}

  /**
   * Of each column its share; together at most 100.
   *
   * @param rows of cells, the heads among them; short rows have no last cells
   */
  public static List<Integer> of(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    double[] weights = new double[columns];
    Arrays.fill(weights, 1);
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        int signs = Math.clamp(row.get(column).length(), 1, MOST_SIGNS);
        weights[column] = Math.max(weights[column], Math.sqrt(signs));
      }
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).mapToObj(w -> Math.max(1, (int) (WHOLE * w / sum))).toList();
  }
}
