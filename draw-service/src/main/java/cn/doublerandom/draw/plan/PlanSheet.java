package cn.doublerandom.draw.plan;

import java.util.List;

/**
 * A document as rows of cells, whatever kind of file it came from; a paragraph is a row of one
 * cell.
 *
 * @param bySpaces columns were told apart by white space alone, so that they may be wrong
 * @param notes what was left out of the document, or is to be known of it
 */
public record PlanSheet(List<Row> rows, boolean bySpaces, List<String> notes) {
  /** No plan known has more than twenty; whatever kind of file it came from. */
  public static final int MAX_COLUMNS = 64;

  public PlanSheet {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  public PlanSheet(List<Row> rows, boolean bySpaces) {
    this(rows, bySpaces, List.of());
  }

  /** Of all cells together, however often one text stands in them. */
  public long characters() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .mapToLong(cell -> cell.text().length())
        .sum();
  }

  /** A row of more cells than a table has columns. */
  public static final class TooManyColumns extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int row;

    private TooManyColumns(int row) {
      super("a row has at most " + MAX_COLUMNS + " cells, row " + row + " has more");
      this.row = row;
    }

    public int row() {
      return row;
    }
  }

  /**
   * @param number line of a text, row of a sheet or table, from 1
   */
  public record Row(int number, List<Cell> cells) {
    public Row {
      if (cells.size() > MAX_COLUMNS) {
        throw new TooManyColumns(number);
      }
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

    Nature nature(int column) {
      return column < cells.size() ? cells.get(column).nature() : Nature.TEXT;
    }

    String held(int column) {
      return column < cells.size() ? cells.get(column).held() : "";
    }

    /** Where its last cell with anything in it stands, from 1; 0 where there is none. */
    int width() {
      int width = cells.size();
      while (width > 0 && PlanCells.plain(cells.get(width - 1).text()).isEmpty()) {
        width--;
      }
      return width;
    }
  }

  /** What a spreadsheet took a cell for. */
  public enum Nature {
    TEXT,
    /** A number, which says nothing of what it counts. */
    NUMBER,
    DAY,
    /** A day that shows no year: often 3-11 or 3/7 as it was typed. */
    DAY_WITHOUT_YEAR,
    /** A formula without a result. */
    ERROR,
    /** A number that lost digits. */
    LOST
  }

  /**
   * @param merged part of a cell that began above or to the left and has its text
   * @param held what a number holds where less of it is shown, or what is wrong with an error;
   *     empty in others
   */
  public record Cell(String text, boolean merged, Nature nature, String held) {
    public Cell(String text, boolean merged) {
      this(text, merged, Nature.TEXT);
    }

    public Cell(String text, boolean merged, Nature nature) {
      this(text, merged, nature, "");
    }
  }
}
