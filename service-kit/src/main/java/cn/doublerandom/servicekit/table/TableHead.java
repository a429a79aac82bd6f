package cn.doublerandom.servicekit.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A row taken for the head of a table.
 *
 * @param number of the row
 * @param columns where each named column stands
 * @param width cells up to the last named column
 * @param missing required columns it lacks
 * @param twice columns it names twice
 * @param refused columns that would be missed if they were left out
 * @param notes columns that have another name here, and those that are left out
 */
record TableHead(
    int number,
    Map<String, Integer> columns,
    int width,
    List<String> missing,
    List<String> twice,
    List<RowFault> refused,
    List<RowFault> notes) {

  /** Rows of a sheet among which the head is looked for: titles and notes may stand above it. */
  static final int MOST_LOOKED_AT = 10;

  private static final int MOST_LONG = 200;

  static TableHead of(HeadWords words, int number, List<TableCell> cells) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    List<RowFault> notes = new ArrayList<>();
    int width = 0;
    for (int i = 0; i < cells.size(); i++) {
      String written = written(cells.get(i));
      if (written.isEmpty()) {
        continue;
      }
      String key = HeadWords.key(written);
      String name = words.name(key).orElse(written);
      width = i + 1;
      if (columns.putIfAbsent(name, i) != null) {
        twice.add(name);
      } else if (!name.equals(written) && !HeadWords.key(name).equals(key)) {
        notes.add(new RowFault(number, name, "other-head", "列“" + written + "”按“" + name + "”读取。"));
      }
    }
    List<String> missing =
        words.required().stream().filter(head -> !columns.containsKey(head)).toList();
    List<RowFault> refused = new ArrayList<>();
    if (missing.isEmpty()) {
      unknown(words, number, columns.keySet(), refused, notes);
    }
    return new TableHead(number, columns, width, missing, twice, refused, notes);
  }

  /** What a head may be: a cell that is longer than any is none, and only its beginning is told. */
  private static String written(TableCell cell) {
    String text = cell.text();
    return Table.clean(text.length() <= MOST_LONG ? text : text.substring(0, MOST_LONG) + "…");
  }

  private static void unknown(
      HeadWords words,
      int number,
      Set<String> columns,
      List<RowFault> refused,
      List<RowFault> notes) {
    for (String column : columns) {
      String key = HeadWords.key(column);
      // What a marking wrote beside the rows is nobody's column, and nothing is lost with it.
      if (words.name(key).isEmpty() && !column.equals(MarkedWorkbook.REASONS)) {
        words
            .reason(column, key, columns)
            .ifPresentOrElse(
                text -> refused.add(new RowFault(number, column, "column-unclear", text)),
                () -> notes.add(leftOut(number, column)));
      }
    }
  }

  private static RowFault leftOut(int number, String column) {
    return new RowFault(number, column, "column-left-out", "本表没有“" + column + "”列，此列未读取。");
  }

  /** Cells up to the last required column. */
  int least(Table<?> table) {
    return 1
        + table.heads().stream().mapToInt(head -> columns.getOrDefault(head, -1)).max().orElse(0);
  }

  boolean isWhole() {
    return missing.isEmpty();
  }

  /** How many of the required columns were found. */
  int found(Table<?> table) {
    return table.heads().size() - missing.size();
  }

  RowFault missingFault() {
    return new RowFault(
        number,
        String.join("、", missing),
        "column-missing",
        "缺少列" + missing.stream().map(m -> "“" + m + "”").collect(Collectors.joining("、")) + "。");
  }

  RowFault twiceFault() {
    return new RowFault(
        number,
        String.join("、", twice),
        "column-twice",
        "列“" + String.join("”、“", twice) + "”出现两次，不知道该读哪一列，请删去一列。");
  }
}
