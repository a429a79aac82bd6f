package cn.doublerandom.registry.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A small table typed into one field: a line a row, its cells parted by {@code |} as people type
 * them or by tabs as a spreadsheet pastes them. Empty lines are no rows.
 */
final class Lines {
  private static final String BAR = " | ";

  private Lines() {}

  /**
   * @param number of the line as the person counts it, the first being 1
   * @param cells as many as there are columns, or more where the line has more
   */
  record Row(int number, List<String> cells) {
    String cell(int column) {
      return cells.get(column);
    }
  }

  /** The rows of a text; what a line leaves out at its end is empty. */
  static List<Row> of(String text, int columns) {
    List<Row> rows = new ArrayList<>();
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        rows.add(new Row(i + 1, cells(lines[i], columns)));
      }
    }
    return List.copyOf(rows);
  }

  private static List<String> cells(String line, int columns) {
    List<String> cells =
        Arrays.stream(line.split(line.indexOf('\t') >= 0 ? "\t" : "[|｜]", -1))
            .map(String::strip)
            .collect(Collectors.toCollection(ArrayList::new));
    while (cells.size() > columns && cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    cells.addAll(Collections.nCopies(Math.max(0, columns - cells.size()), ""));
    return List.copyOf(cells);
  }

  /** The words of a cell that holds several. */
  static List<String> words(String cell) {
    return Arrays.stream(cell.split("[、，,；;]"))
        .map(String::strip)
        .filter(w -> !w.isEmpty())
        .toList();
  }

  /** A row as it is typed; a cell that would part it in two parts no more. */
  static String line(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replaceAll("[|｜]", "/").replaceAll("\\s+", " ").strip())
        .collect(Collectors.joining(BAR));
  }
}
