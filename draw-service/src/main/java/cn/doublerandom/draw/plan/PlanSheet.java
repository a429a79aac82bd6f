package cn.doublerandom.draw.plan;

import java.util.List;

/**
 * A document as rows of cells, whatever kind of file it came from; a paragraph is a row of one
 * cell.
 *
 * @param bySpaces columns were told apart by white space alone, so that they may be wrong
 */
public record PlanSheet(List<Row> rows, boolean bySpaces) {
  public PlanSheet {
    rows = List.copyOf(rows);
  }

  /**
   * @param number line of a text, row of a sheet or table, from 1
   */
  public record Row(int number, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }

    public static Row of(int number, List<String> texts) {
      return new Row(number, texts.stream().map(t -> new Cell(t, false)).toList());
    }

    String text(int column) {
      return column < cells.size() ? cells.get(column).text() : "";
    }

    boolean isMerged(int column) {
      return column < cells.size() && cells.get(column).merged();
    }
  }

  /**
   * @param merged part of a cell that began above or to the left and has its text
   */
  public record Cell(String text, boolean merged) {}
}
