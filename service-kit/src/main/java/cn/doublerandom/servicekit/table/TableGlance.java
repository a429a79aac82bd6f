package cn.doublerandom.servicekit.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file was taken for, for whoever handed it in to look at: of the first sheet with a head
 * the head and the first rows.
 *
 * @param kind {@code xlsx} or {@code csv}
 * @param encoding of a csv; empty of a workbook
 * @param sheet empty of a csv, and where no head was found
 * @param headRow 0 where none was found
 */
public record TableGlance(
    String kind,
    String encoding,
    String sheet,
    int headRow,
    List<Column> columns,
    List<List<String>> firstRows) {
  /** Rows that are shown; more are seen in the file itself. */
  public static final int MOST_ROWS = 5;

  /** Signs of a cell that are shown. */
  private static final int MOST_SIGNS = 60;

  private static final int FEW_SIGNS = 6;

  public TableGlance {
    columns = List.copyOf(columns);
    firstRows = firstRows.stream().map(List::copyOf).toList();
  }

  /**
   * A column of the file.
   *
   * @param written as it stands there
   * @param readAs the column it was taken for; empty where it is not read
   */
  public record Column(String written, String readAs) {}

  /** Whether a column holds more than a few signs, so that its name is not squeezed. */
  public boolean isLong(int column) {
    return firstRows.stream()
        .anyMatch(row -> column < row.size() && row.get(column).length() > FEW_SIGNS);
  }

  /** Looks at the beginning of a file; what cannot be read at all shows nothing. */
  public static TableGlance of(Table<?> table, Path file) throws IOException {
    var look = new Look(HeadWords.of(table));
    String encoding = "";
    try {
      encoding = TableFile.isText(file) ? TextEncoding.nameOf(file) : "";
      TableFile.read(file, look);
    } catch (UnreadableTable e) {
      // What was seen before it is shown; what is wrong the reading of the rows tells.
    }
    return new TableGlance(
        encoding.isEmpty() ? "xlsx" : "csv",
        encoding,
        look.found,
        look.headRow,
        look.columns,
        look.rows);
  }

  private static final class Look implements TableFile.Visitor {
    private final HeadWords words;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private String sheet = "";
    private String found = "";
    private int headRow;
    private int lookedAt;

    Look(HeadWords words) {
      this.words = words;
    }

    @Override
    public void sheet(String name) {
      sheet = name;
      lookedAt = 0;
    }

    @Override
    public boolean row(int number, List<TableCell> cells) {
      if (headRow == 0) {
        Optional.of(TableHead.of(words, number, cells))
            .filter(TableHead::isWhole)
            .ifPresent(head -> head(number, cells, head));
        return headRow != 0 || ++lookedAt < TableHead.MOST_LOOKED_AT;
      }
      if (!found.equals(sheet) || rows.size() == MOST_ROWS) {
        return false;
      }
      rows.add(cells.stream().limit(columns.size()).map(Look::shown).toList());
      return rows.size() < MOST_ROWS;
    }

    private void head(int number, List<TableCell> cells, TableHead head) {
      headRow = number % RowFault.SHEET;
      found = sheet;
      Map<Integer, String> named = new HashMap<>();
      head.columns().forEach((name, at) -> named.put(at, name));
      for (int i = 0; i < Math.max(head.width(), 1) && i < cells.size(); i++) {
        String written = shown(cells.get(i));
        String name = named.getOrDefault(i, "");
        boolean isRead = words.name(HeadWords.key(written)).isPresent();
        columns.add(new Column(written, isRead ? name : ""));
      }
    }

    private static String shown(TableCell cell) {
      String text = Table.clean(cell.text());
      return text.length() <= MOST_SIGNS ? text : text.substring(0, MOST_SIGNS) + "…";
    }
  }
}
