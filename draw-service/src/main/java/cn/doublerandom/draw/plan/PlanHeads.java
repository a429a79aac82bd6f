package cn.doublerandom.draw.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The heads of a plan table: one row of them, or two that are one, the upper naming a group or the
 * first half of a head.
 *
 * @param columns where each stands, from 0
 * @param texts the head of each column
 * @param rows how many rows they take, 1 or 2
 * @param twice a head that stands over two columns; empty where none does
 * @param others columns that are not read, since another head says the same more plainly
 */
record PlanHeads(
    Map<PlanColumn, Integer> columns,
    List<String> texts,
    int rows,
    Optional<String> twice,
    Map<Integer, PlanColumn> others) {
  static final int LEAST = 3;

  /** What may stand below a head without being one itself. */
  private static final Pattern PART =
      Pattern.compile("比例|数量|户数|个数|频次|次数|要求|名称|编号|范围|日期|时间|起止|类型|部门|科\\(?股?\\)?室");

  /** The heads that begin with a row, if it has any. */
  static Optional<PlanHeads> at(PlanSheet.Row row, Optional<PlanSheet.Row> next) {
    List<String> upper = texts(row);
    Map<PlanColumn, Integer> own = columns(upper, row);
    Optional<PlanHeads> both =
        next.flatMap(below -> combined(row, upper, below))
            .filter(heads -> heads.columns.size() >= LEAST);
    // A title above a whole head is no half of it.
    int below = next.map(n -> columns(texts(n), n).size()).orElse(0);
    boolean isHalf = own.size() >= LEAST || below < LEAST;
    if (isHalf && both.isPresent() && both.get().columns.size() >= own.size()) {
      return both;
    }
    return own.size() < LEAST
        ? Optional.empty()
        : Optional.of(new PlanHeads(own, upper, 1, twice(upper, row), others(upper, own, row)));
  }

  private static Optional<PlanHeads> combined(
      PlanSheet.Row row, List<String> upper, PlanSheet.Row below) {
    List<String> heads = new ArrayList<>();
    boolean isHead = false;
    for (int i = 0; i < Math.max(upper.size(), below.cells().size()); i++) {
      String over = i < upper.size() ? upper.get(i) : "";
      String under = below.isMerged(i) && over.equals(plain(below, i)) ? "" : plain(below, i);
      if (under.isEmpty()) {
        heads.add(over);
        continue;
      }
      Optional<String> whole = whole(over, under);
      if (whole.isEmpty() && !PART.matcher(under).matches()) {
        return Optional.empty();
      }
      isHead |= whole.isPresent();
      heads.add(whole.orElse(over + under));
    }
    Map<PlanColumn, Integer> own = columns(heads, row);
    return isHead
        ? Optional.of(new PlanHeads(own, heads, 2, Optional.empty(), others(heads, own, row)))
        : Optional.empty();
  }

  /** The head two halves make. */
  private static Optional<String> whole(String over, String under) {
    List<String> ways = List.of(over + under, over + "(" + under + ")", under);
    return ways.stream().filter(way -> PlanColumn.of(way).isPresent()).findFirst();
  }

  private static String plain(PlanSheet.Row row, int column) {
    return PlanCells.plain(row.text(column));
  }

  private static List<String> texts(PlanSheet.Row row) {
    return row.cells().stream().map(c -> PlanCells.plain(c.text())).toList();
  }

  private static Map<PlanColumn, Integer> columns(List<String> heads, PlanSheet.Row row) {
    Map<PlanColumn, Integer> columns = new EnumMap<>(PlanColumn.class);
    for (int i = 0; i < heads.size(); i++) {
      int at = i;
      if (!goesOn(heads, i, row)) {
        PlanColumn.of(heads.get(i))
            .ifPresent(column ->
                columns.merge(
                    column,
                    at,
                    (before, now) ->
                        column.plainness(heads.get(now)) < column.plainness(heads.get(before))
                            ? now
                            : before));
      }
    }
    return columns;
  }

  private static Map<Integer, PlanColumn> others(
      List<String> heads, Map<PlanColumn, Integer> own, PlanSheet.Row row) {
    Map<Integer, PlanColumn> others = new TreeMap<>();
    for (int i = 0; i < heads.size(); i++) {
      int at = i;
      if (!goesOn(heads, i, row) && !own.containsValue(i)) {
        PlanColumn.of(heads.get(i)).ifPresent(column -> others.put(at, column));
      }
    }
    return others;
  }

  private static boolean goesOn(List<String> heads, int at, PlanSheet.Row row) {
    return row.isMerged(at) && at > 0 && heads.get(at).equals(heads.get(at - 1));
  }

  private static Optional<String> twice(List<String> heads, PlanSheet.Row row) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < heads.size(); i++) {
      String head = heads.get(i);
      if (!row.isMerged(i) && PlanColumn.of(head).isPresent() && !seen.add(head)) {
        return Optional.of(head);
      }
    }
    return Optional.empty();
  }

  /** The head a column is read under. */
  String over(PlanColumn column) {
    return texts.get(columns.getOrDefault(column, 0));
  }

  /** Columns up to the last named one. */
  int width() {
    int width = texts.size();
    while (width > 0 && texts.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }
}
