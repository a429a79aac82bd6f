package cn.doublerandom.inspection.visit;

import java.util.HashMap;
import java.util.Map;

/**
 * What the packs in force cite for who stands at a door; a refusal names it.
 *
 * @param team for two officers with certificates; empty where no pack speaks of it
 * @param recusal for 回避; likewise
 */
public record DoorClauses(String team, String recusal) {
  /** Nothing is cited. */
  public static final DoorClauses NONE = new DoorClauses("", "");

  static Map<String, Object> citing(String clause, String what, Object said) {
    return citing(clause, Map.of(what, said));
  }

  static Map<String, Object> citing(String clause, Map<String, Object> said) {
    Map<String, Object> all = new HashMap<>(said);
    if (!clause.isEmpty()) {
      all.put("clause", clause);
    }
    return Map.copyOf(all);
  }
}
