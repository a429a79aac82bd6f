package cn.doublerandom.servicekit.table;

import cn.doublerandom.servicekit.text.CodeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Cells that hold words: several in one, or one of a list. */
final class ListedWords {
  private static final Pattern SEPARATORS = Pattern.compile("[、;；]");

  private ListedWords() {}

  /** Words separated by 、 or ; without empty ones, ascending. */
  static List<String> of(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    return SEPARATORS
        .splitAsStream(text)
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .sorted()
        .distinct()
        .toList();
  }

  /** Map.of has no order, a message needs one. */
  static List<String> sorted(Map<String, ?> words) {
    return words.keySet().stream().sorted().toList();
  }

  /** The value of a cell; of another word a stand-in, and the row says which are meant. */
  static <V> V read(
      TableRow row, String column, String cell, Map<String, V> listed, List<String> told) {
    Optional<V> value = find(cell, listed);
    if (value.isEmpty() && !cell.isEmpty()) {
      row.fault(column, "unknown-word", "应为：" + String.join("、", told) + "。");
    }
    return value.orElseGet(() -> new TreeMap<>(listed).firstEntry().getValue());
  }

  /** What a word stands for, in whichever width and case it was typed. */
  static <V> Optional<V> find(String cell, Map<String, V> words) {
    return Optional.ofNullable(words.get(cell))
        .or(() -> Optional.ofNullable(words.get(CodeText.meant(cell))));
  }
}
