package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.text.SearchKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Of shorter heads one sign is half of the word. */
  private static final int LEAST_ALIKE = 3;

  static TableHead of(Table<?> table, int number, List<TableCell> cells) {
    Map<String, String> names = names(table);
    Map<String, Integer> columns = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    List<RowFault> notes = new ArrayList<>();
    int width = 0;
    for (int i = 0; i < cells.size(); i++) {
      String written = Table.clean(cells.get(i).text());
      String name = names.getOrDefault(key(written), written);
      if (written.isEmpty()) {
        continue;
      }
      width = i + 1;
      if (columns.putIfAbsent(name, i) != null) {
        twice.add(name);
      } else if (!name.equals(written) && !key(name).equals(key(written))) {
        notes.add(new RowFault(number, name, "other-head", "列“" + written + "”按“" + name + "”读取。"));
      }
    }
    List<String> missing =
        table.heads().stream().filter(head -> !columns.containsKey(head)).toList();
    List<RowFault> refused = new ArrayList<>();
    for (String column : columns.keySet()) {
      if (!names.containsKey(key(column))) {
        Optional<String> reason = reason(table, column, names, columns.keySet());
        reason.ifPresentOrElse(
            text -> refused.add(new RowFault(number, column, "column-unclear", text)),
            () -> notes.add(leftOut(number, column)));
      }
    }
    return new TableHead(number, columns, width, missing, twice, refused, notes);
  }

  private static Map<String, String> names(Table<?> table) {
    Map<String, String> names = new HashMap<>();
    table.others().forEach((other, name) -> names.put(key(other), name));
    table.heads().forEach(name -> names.put(key(name), name));
    return names;
  }

  private static RowFault leftOut(int number, String column) {
    return new RowFault(number, column, "column-left-out", "本表没有“" + column + "”列，此列未读取。");
  }

  /** Why a column nobody knows cannot just be left out; empty where it can. */
  private static Optional<String> reason(
      Table<?> table, String column, Map<String, String> names, Set<String> present) {
    Optional<String> elsewhere =
        table.elsewhere().entrySet().stream()
            .filter(e -> key(column).matches(e.getKey()))
            .map(Map.Entry::getValue)
            .sorted()
            .findFirst();
    return elsewhere
        .map(how -> "本表不读取“" + column + "”列：" + how)
        .or(() ->
            names.entrySet().stream()
                .filter(e -> !present.contains(e.getValue()) && isNear(key(column), e.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .map(name -> "不认识“%s”列，是否应为“%s”？请改正表头；若不是，请删去此列。".formatted(column, name)));
  }

  /** Whether one sign is another, missing or too much, in heads of three or more. */
  private static boolean isNear(String one, String other) {
    int[] shorter = (one.length() <= other.length() ? one : other).codePoints().toArray();
    int[] longer = (one.length() <= other.length() ? other : one).codePoints().toArray();
    if (shorter.length < LEAST_ALIKE || longer.length - shorter.length > 1) {
      return false;
    }
    int from = Arrays.mismatch(shorter, longer);
    if (from < 0) {
      return true;
    }
    int behind = shorter.length == longer.length ? from + 1 : from;
    return Arrays.equals(shorter, behind, shorter.length, longer, from + 1, longer.length);
  }

  /** Without spaces, marks of what must be filled in, and the differences of typing. */
  private static String key(String head) {
    return SearchKey.of(head).replaceAll("\\*|\\(必填\\)|\\(必填项\\)|[:：]$", "");
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
