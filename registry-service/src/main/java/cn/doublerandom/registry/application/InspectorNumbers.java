package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.table.RowFault;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers of inspectors, on the register and in the file: compared without case. */
final class InspectorNumbers {
  private static final String COLUMN = "编号";

  private final Set<String> known;
  private final Map<String, String> byKey = new HashMap<>();

  InspectorNumbers(Collection<String> registered) {
    known = new HashSet<>(registered);
    registered.forEach(id -> byKey.put(key(id), id));
  }

  /** Why a number of a row cannot be somebody's of his own; else it is noted as taken. */
  Optional<RowFault> refuse(int row, String id) {
    if (known.contains(id)) {
      return Optional.empty();
    } else if (hasForeignLetters(id)) {
      return Optional.of(new RowFault(row, COLUMN, "number-not-ascii", "编号中有形似英文字母的其他文字，请改用英文字母。"));
    }
    String other = byKey.putIfAbsent(key(id), id);
    return other == null || other.equals(id)
        ? Optional.empty()
        : Optional.of(
            new RowFault(row, COLUMN, "number-taken", "与人员“" + other + "”的编号只有大小写之别，视为同一编号。"));
  }

  private static String key(String id) {
    return id.toUpperCase(Locale.ROOT);
  }

  /** Letters of another script that look like ours; ideographs look like nothing else. */
  private static boolean hasForeignLetters(String id) {
    return id.codePoints()
        .anyMatch(c -> c > 0x7f && Character.isLetter(c) && !Character.isIdeographic(c));
  }
}
