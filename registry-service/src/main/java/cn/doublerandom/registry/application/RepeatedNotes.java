package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.table.RowFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be said of every row of a table is said once, with how many rows it is said of: told row
 * by row it would leave no room for what is said of one.
 */
final class RepeatedNotes {
  private static final Set<String> CODES = Set.of("label-missing", "skill-missing");
  private static final int ROWS_NAMED = 10;

  private final Map<String, Said> said = new LinkedHashMap<>();

  /** One note and the rows it is said of. */
  private static final class Said {
    private final RowFault first;
    private final List<Integer> rows = new ArrayList<>();
    private int count;

    Said(RowFault first) {
      this.first = first;
    }

    void add(int row) {
      count++;
      if (rows.size() < ROWS_NAMED) {
        rows.add(row);
      }
    }

    RowFault told() {
      if (count == 1) {
        return first;
      }
      String named = rows.stream().map(String::valueOf).collect(Collectors.joining("、"));
      return new RowFault(
          0,
          first.column(),
          first.code(),
          "共 %d 行（第 %s 行%s）%s"
              .formatted(count, named, count > ROWS_NAMED ? "等" : "", first.text()));
    }
  }

  /** Whether the note is one of these, and is kept here. */
  boolean keeps(RowFault note) {
    if (!CODES.contains(note.code())) {
      return false;
    }
    said.computeIfAbsent(note.code(), code -> new Said(note)).add(note.row());
    return true;
  }

  /** Each once. */
  List<RowFault> told() {
    return said.values().stream().map(Said::told).toList();
  }
}
