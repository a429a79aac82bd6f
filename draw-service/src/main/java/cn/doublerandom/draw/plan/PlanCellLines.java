package cn.doublerandom.draw.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table copied from a page or a pdf as one cell a line. Cells that were empty left no line, so
 * that nobody can know whether a row is whole: it is read where the lines come out even, said to be
 * uncertain, and refused where they do not.
 */
final class PlanCellLines {
  /** Longest run of lines that are heads, known ones and others among them. */
  private static final int MOST_HEADS = 20;

  private PlanCellLines() {}

  /** The sheet, where enough lines in a row are heads. */
  static Optional<PlanSheet> sheet(List<String> lines) {
    List<Integer> filled = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        filled.add(i);
      }
    }
    for (int i = 0; i < filled.size(); i++) {
      int width = heads(lines, filled, i);
      if (width >= PlanHeads.LEAST) {
        return Optional.of(sheet(lines, filled, i, width));
      }
    }
    return Optional.empty();
  }

  private static boolean isHead(List<String> lines, List<Integer> filled, int at) {
    return PlanColumn.of(lines.get(filled.get(at))).isPresent();
  }

  /** How many lines from here to the last head that follows; 0 where too few are heads. */
  private static int heads(List<String> lines, List<Integer> filled, int begin) {
    int known = 0;
    int width = 0;
    if (!isHead(lines, filled, begin)) {
      return 0;
    }
    for (int i = begin; i < Math.min(filled.size(), begin + MOST_HEADS); i++) {
      if (isHead(lines, filled, i)) {
        known++;
        width = i - begin + 1;
      } else if (i - begin >= width + 2) {
        break;
      }
    }
    return known >= PlanHeads.LEAST ? width : 0;
  }

  private static PlanSheet sheet(List<String> lines, List<Integer> filled, int begin, int width) {
    List<PlanSheet.Row> rows = new ArrayList<>();
    for (int i = 0; i < begin; i++) {
      rows.add(PlanSheet.Row.of(filled.get(i) + 1, List.of(lines.get(filled.get(i)))));
    }
    int cells = filled.size() - begin;
    if (cells % width != 0 || cells == width) {
      String note =
          "文本每格一行：表头 %d 格，其下 %d 格，不成整行，可能有空格或附注；请改用 docx、xlsx、html，或用制表符分列。"
              .formatted(width, cells - width);
      return new PlanSheet(rows, false, List.of(note));
    }
    for (int i = begin; i < filled.size(); i += width) {
      List<String> row = new ArrayList<>();
      for (int c = i; c < i + width; c++) {
        row.add(lines.get(filled.get(c)));
      }
      rows.add(PlanSheet.Row.of(filled.get(i) + 1, row));
    }
    return new PlanSheet(rows, true, List.of("文本每格一行，空格可能已丢失，各列须逐行核对。"));
  }
}
