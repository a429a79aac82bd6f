package cn.doublerandom.servicekit.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * Rows and columns of a sheet that are hidden and have something in them. They are read: a filter
 * that somebody left on must not drop firms without a word, and a merged cell may begin in one.
 */
final class UnseenParts {
  /** Runs told by their numbers; of the others only that there are more. */
  private static final int MOST_RUNS = 20;

  private static final int LETTERS = 26;

  /** In widths of a digit; nothing of a cell is to be seen below it. */
  private static final double NARROW = 0.5;

  /** In points, likewise. */
  private static final double LOW = 2;

  /** A double as XML Schema writes it. */
  private static final Pattern SIZE =
      Pattern.compile("[+]?[0-9]{1,9}(?:\\.[0-9]{0,30})?(?:[eE][+-]?[0-9]{1,3})?");

  private final String sheet;
  private final BitSet hiddenColumns = new BitSet(TableFile.MAX_COLUMNS);
  private final BitSet columnsInUse = new BitSet(TableFile.MAX_COLUMNS);
  private final List<int[]> rows = new ArrayList<>();
  private boolean areMoreRows;

  /** What holds of rows and columns that say nothing of themselves. */
  private boolean areRowsUnseen;

  UnseenParts(String sheet) {
    this.sheet = sheet;
  }

  /** What rows and columns are where they say nothing themselves, before the columns. */
  void usually(XMLStreamReader xml) {
    areRowsUnseen =
        XlsxParts.isTrue(XlsxParts.attribute(xml, "zeroHeight"))
            || isBelow(XlsxParts.attribute(xml, "defaultRowHeight"), LOW);
    if (isBelow(XlsxParts.attribute(xml, "defaultColWidth"), NARROW)) {
      hiddenColumns.set(0, TableFile.MAX_COLUMNS);
    }
  }

  /** A run of columns of one width, before the rows. */
  void column(XMLStreamReader xml) {
    int first = place(XlsxParts.attribute(xml, "min"));
    int last = Math.min(place(XlsxParts.attribute(xml, "max")), TableFile.MAX_COLUMNS);
    if (first > 0 && first <= last) {
      hiddenColumns.set(first - 1, last, isUnseen(xml, "width", NARROW));
    }
  }

  /** A row that is hidden, or too low to be seen. */
  boolean isUnseenRow(XMLStreamReader xml) {
    boolean saysNothing =
        XlsxParts.attribute(xml, "ht").isEmpty() && XlsxParts.attribute(xml, "hidden").isEmpty();
    return saysNothing ? areRowsUnseen : isUnseen(xml, "ht", LOW);
  }

  private static boolean isUnseen(XMLStreamReader xml, String size, double least) {
    return XlsxParts.isTrue(XlsxParts.attribute(xml, "hidden"))
        || isBelow(XlsxParts.attribute(xml, size), least);
  }

  private static boolean isBelow(String size, double least) {
    String said = size.strip();
    return SIZE.matcher(said).matches() && Double.parseDouble(said) < least;
  }

  private static int place(String number) {
    return number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : 0;
  }

  /**
   * A row as it was read.
   *
   * @param number in the sheet, from 1
   */
  void row(int number, List<TableCell> cells, boolean isHidden) {
    for (int i = 0; i < cells.size(); i++) {
      if (hiddenColumns.get(i) && !cells.get(i).isBlank()) {
        columnsInUse.set(i);
      }
    }
    if (!isHidden || TableFile.isBlank(cells)) {
      return;
    }
    if (!rows.isEmpty() && rows.getLast()[1] == number - 1) {
      rows.getLast()[1] = number;
    } else if (rows.size() < MOST_RUNS) {
      rows.add(new int[] {number, number});
    } else {
      areMoreRows = true;
    }
  }

  /** What is to be said of them. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!rows.isEmpty()) {
      notes.add(
          "工作表“%s”的第 %s%s 行是隐藏的，照常读取。"
              .formatted(sheet, runs(rows, Integer::toString), areMoreRows ? " 等" : ""));
    }
    if (!columnsInUse.isEmpty()) {
      List<int[]> columns = new ArrayList<>();
      for (int from = columnsInUse.nextSetBit(0); from >= 0; ) {
        int end = columnsInUse.nextClearBit(from);
        columns.add(new int[] {from, end - 1});
        from = columnsInUse.nextSetBit(end);
      }
      notes.add("工作表“%s”的 %s 列是隐藏的，照常读取。".formatted(sheet, runs(columns, UnseenParts::letters)));
    }
    return notes;
  }

  private static String runs(List<int[]> runs, IntFunction<String> shown) {
    return String.join(
        "、",
        runs.stream()
            .map(run ->
                run[0] == run[1]
                    ? shown.apply(run[0])
                    : shown.apply(run[0]) + "-" + shown.apply(run[1]))
            .toList());
  }

  private static String letters(int column) {
    String last = Character.toString('A' + column % LETTERS);
    return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
  }
}
