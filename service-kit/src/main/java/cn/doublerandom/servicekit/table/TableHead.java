package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.text.SearchKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A row taken for the head of a table.
 *
 * @param number of the row
 * @param columns where each named column stands
 * @param width cells up to the last named column
 * @param missing required columns it lacks
 * @param twice columns it names twice
 * @param notes columns that have another name here
 */
record TableHead(
    int number,
    Map<String, Integer> columns,
    int width,
    List<String> missing,
    List<String> twice,
    List<RowFault> notes) {

  static TableHead of(Table<?> table, int number, List<TableCell> cells) {
    Map<String, String> names = new HashMap<>();
    table.others().forEach((other, name) -> names.put(key(other), name));
    table.heads().forEach(name -> names.put(key(name), name));
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
    return new TableHead(number, columns, width, missing, twice, notes);
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
