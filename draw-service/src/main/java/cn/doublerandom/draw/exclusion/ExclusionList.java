package cn.doublerandom.draw.exclusion;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The exclusions by hand of one round of a task.
 *
 * @param all by subject
 * @param closedBy the draw whose frame was frozen with them; absent before, and in lists from
 *     before that was told
 */
public record ExclusionList(Map<String, Entry> all, Optional<String> closedBy) {
  static final ExclusionList EMPTY = new ExclusionList(Map.of(), Optional.empty());

  public ExclusionList {
    all = Map.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param by who asked last, as the exclusion stands
   * @param touchedBy all who asked for it so far; none of them approves it
   * @param approvedBy empty as long as nobody else agreed
   */
  public record Entry(
      HandExclusion exclusion, String by, Set<String> touchedBy, Optional<String> approvedBy) {
    public Entry {
      touchedBy = Set.copyOf(touchedBy);
    }
  }

  /** Those that hold. */
  public List<Entry> approved() {
    return all.values().stream().filter(e -> e.approvedBy().isPresent()).toList();
  }

  /** Asked for, be it anew: who asked before still did. */
  ExclusionList asked(HandExclusion exclusion, String by) {
    Entry before = all.get(exclusion.subject());
    Set<String> touched = new HashSet<>(before == null ? Set.of() : before.touchedBy());
    touched.add(by);
    return with(new Entry(exclusion, by, touched, Optional.empty()));
  }

  ExclusionList with(Entry entry) {
    Map<String, Entry> more = new HashMap<>(all);
    more.put(entry.exclusion().subject(), entry);
    return new ExclusionList(more, closedBy);
  }

  ExclusionList closed(String drawId) {
    return new ExclusionList(all, Optional.of(drawId));
  }

  /** Whether exactly these hold, in whatever order. */
  boolean isOf(List<Entry> approved) {
    return Set.copyOf(approved()).equals(Set.copyOf(approved));
  }
}
