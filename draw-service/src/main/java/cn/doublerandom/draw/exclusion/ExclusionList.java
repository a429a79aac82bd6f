package cn.doublerandom.draw.exclusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The exclusions by hand of one round of a task.
 *
 * @param all by subject; what was taken back or not agreed to is not among them
 * @param ended what was, in the order it was
 * @param closedBy the draw whose frame was frozen with them; absent before, and in lists from
 *     before that was told
 */
public record ExclusionList(Map<String, Entry> all, List<Ended> ended, Optional<String> closedBy) {
  static final ExclusionList EMPTY = new ExclusionList(Map.of(), List.of(), Optional.empty());

  public ExclusionList {
    all = Map.copyOf(all);
    ended = List.copyOf(ended);
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

  /**
   * One that came to nothing.
   *
   * @param by who ended it
   * @param withdrawn whether who asked took it back; another did not agree where not
   */
  public record Ended(Entry entry, String by, String reason, boolean withdrawn) {}

  /** Those that hold. */
  public List<Entry> approved() {
    return all.values().stream().filter(e -> e.approvedBy().isPresent()).toList();
  }

  /** Asked for, be it anew: who asked before still did. */
  ExclusionList asked(HandExclusion exclusion, String by) {
    Entry before = all.get(exclusion.subject());
    Set<String> touched = new HashSet<>(before == null ? Set.of() : before.touchedBy());
    ended.stream()
        .map(Ended::entry)
        .filter(one -> one.exclusion().subject().equals(exclusion.subject()))
        .forEach(one -> touched.addAll(one.touchedBy()));
    touched.add(by);
    return with(new Entry(exclusion, by, touched, Optional.empty()));
  }

  ExclusionList with(Entry entry) {
    Map<String, Entry> more = new HashMap<>(all);
    more.put(entry.exclusion().subject(), entry);
    return new ExclusionList(more, ended, closedBy);
  }

  ExclusionList ended(String subject, String by, String reason, boolean withdrawn) {
    Map<String, Entry> left = new HashMap<>(all);
    Entry entry = Objects.requireNonNull(left.remove(subject), "an exclusion that waits");
    List<Ended> more = new ArrayList<>(ended);
    more.add(new Ended(entry, by, reason, withdrawn));
    return new ExclusionList(left, more, closedBy);
  }

  ExclusionList closed(String drawId) {
    return new ExclusionList(all, ended, Optional.of(drawId));
  }

  /** Whether exactly these hold, in whatever order. */
  boolean isOf(List<Entry> approved) {
    return Set.copyOf(approved()).equals(Set.copyOf(approved));
  }
}
