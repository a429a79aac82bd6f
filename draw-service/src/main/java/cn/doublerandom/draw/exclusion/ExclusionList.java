package cn.doublerandom.draw.exclusion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exclusions by hand of one round of a task.
 *
 * @param all by subject
 */
public record ExclusionList(Map<String, Entry> all) {
  static final ExclusionList EMPTY = new ExclusionList(Map.of());

  public ExclusionList {
    all = Map.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param approvedBy empty as long as nobody else agreed
   */
  public record Entry(HandExclusion exclusion, String by, Optional<String> approvedBy) {}

  /** Those that hold. */
  public List<Entry> approved() {
    return all.values().stream().filter(e -> e.approvedBy().isPresent()).toList();
  }

  ExclusionList with(Entry entry) {
    Map<String, Entry> more = new HashMap<>(all);
    more.put(entry.exclusion().subject(), entry);
    return new ExclusionList(more);
  }
}
