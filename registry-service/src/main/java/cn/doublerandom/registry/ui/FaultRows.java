package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.Preview;
import cn.doublerandom.servicekit.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Faults at their cells.
 *
 * @param columns by which they are narrowed, in the order in which they come
 * @param chosen the column that is asked for; empty for all
 * @param all how many are kept
 * @param count how many there are
 */
public record FaultRows(
    List<Line> rows, List<OfColumn> columns, String chosen, int all, int count) {
  /** Faults of one page; the others are found by their column, or in the marked table. */
  private static final int MOST = 200;

  /**
   * A fault at its cell.
   *
   * @param row of its sheet
   * @param written what stands there; empty where it is about no cell
   */
  public record Line(int row, String column, String written, String text) {
    static Line of(Preview.Fault fault) {
      Problem.FieldError error = fault.fault().asError();
      return new Line(
          Objects.requireNonNullElse(error.row(), 0), error.field(), fault.written(), error.text());
    }
  }

  /** How many faults a column has. */
  public record OfColumn(String name, int count) {}

  static FaultRows of(Preview preview, String chosen) {
    List<Line> kept = preview.faults().stream().map(Line::of).toList();
    Map<String, Integer> counts = new LinkedHashMap<>();
    kept.forEach(fault -> counts.merge(fault.column(), 1, Integer::sum));
    List<OfColumn> columns = new ArrayList<>();
    counts.forEach((name, count) -> columns.add(new OfColumn(name, count)));
    String column = counts.containsKey(chosen) ? chosen : "";
    return new FaultRows(
        kept.stream()
            .filter(fault -> column.isEmpty() || fault.column().equals(column))
            .limit(MOST)
            .toList(),
        columns,
        column,
        kept.size(),
        preview.faultCount());
  }
}
