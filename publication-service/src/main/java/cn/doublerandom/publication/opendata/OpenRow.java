package cn.doublerandom.publication.opendata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of open data.
 *
 * @param cells in the order of its columns: text, a whole number, a truth, a list of codes, or
 *     nothing
 */
public record OpenRow(OpenTable table, List<@Nullable Object> cells) {
  public OpenRow {
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
    if (cells.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          "%s has %d columns, got %d cells".formatted(table, table.columns().size(), cells.size()));
    }
  }

  /** A row; what is empty says nothing. */
  public static OpenRow of(OpenTable table, @Nullable Object... cells) {
    List<@Nullable Object> said = new ArrayList<>();
    for (Object cell : cells) {
      said.add(said(cell));
    }
    return new OpenRow(table, said);
  }

  private static @Nullable Object said(@Nullable Object cell) {
    return switch (cell) {
      case null -> null;
      case String text when text.isEmpty() -> null;
      case String text -> text;
      case Boolean truth -> truth;
      case List<?> codes -> codes.isEmpty() ? null : codes;
      case Number number -> number.longValue();
      default -> cell.toString();
    };
  }

  /** What it says, by the names of its columns. */
  public Map<String, Object> members() {
    Map<String, Object> members = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      Object cell = cells.get(i);
      if (cell != null) {
        members.put(table.columns().get(i).name(), cell);
      }
    }
    return members;
  }

  /** Its cells as text. */
  public List<String> texts() {
    return cells.stream().map(OpenRow::text).toList();
  }

  private static String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case List<?> codes -> String.join(" ", codes.stream().map(String::valueOf).toList());
      default -> cell.toString();
    };
  }
}
