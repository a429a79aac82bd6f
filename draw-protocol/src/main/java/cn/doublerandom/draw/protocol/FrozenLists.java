package cn.doublerandom.draw.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The three lists a draw is about, each strictly ascending (protocol §3). The compact constructor
 * sorts; duplicates are refused.
 */
public record FrozenLists(
    List<FrameEntry> frame, List<InspectorEntry> inspectors, List<RecusalEntry> recusals) {
  private static final String UNIT = "unit:";

  public FrozenLists {
    frame = PackedFrame.of(frame);
    inspectors =
        inspectors.stream()
            .sorted(Comparator.comparing(InspectorEntry::id, Utf8Order.ASCENDING))
            .toList();
    recusals =
        recusals.stream()
            .sorted(
                Comparator.comparing(RecusalEntry::subject, Utf8Order.ASCENDING)
                    .thenComparing(RecusalEntry::inspector, Utf8Order.ASCENDING))
            .toList();
    requireDistinct(inspectors.stream().map(InspectorEntry::id).toList(), "inspectors");
    requireDistinct(
        recusals.stream().map(r -> r.subject() + '\u001f' + r.inspector()).toList(), "recusals");
  }

  private static void requireDistinct(List<String> sorted, String name) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).equals(sorted.get(i - 1))) {
        throw new IllegalArgumentException(name + " lists twice: " + sorted.get(i));
      }
    }
  }

  /** Ids of those in the frame who may be drawn, ascending; of a million, four bytes each. */
  public List<String> drawable() {
    return PackedFrame.of(frame).drawable();
  }

  /** The entry of a subject; it is looked for and no other is made. */
  public Optional<FrameEntry> find(String subject) {
    return PackedFrame.of(frame).find(subject);
  }

  /** How many may not be drawn, by reason, ascending. */
  public Map<String, Integer> excluded() {
    Map<String, Integer> reasons = new TreeMap<>();
    PackedFrame.of(frame)
        .counts()
        .forEach((place, count) -> {
          String reason = place.excluded();
          if (reason != null) {
            reasons.merge(reason, count, Integer::sum);
          }
        });
    return reasons;
  }

  /** A frame as it is kept here, ascending. */
  public static List<FrameEntry> packed(List<FrameEntry> frame) {
    return PackedFrame.of(frame);
  }

  /**
   * Whether a subject stands in a frame; of a million, it is asked in no more than 25 bytes each.
   */
  public static Predicate<String> inFrame(List<FrameEntry> frame) {
    return PackedFrame.of(frame)::hasId;
  }

  /** Root of the frame (protocol §3), 64 hex digits; holds one leaf at a time. */
  public String frameRoot() {
    return Hashes.merkleRoot(frame, FrameEntry::canonical);
  }

  /** The units of these inspectors, ascending; inspectors that are not listed have none. */
  public List<String> units(Collection<String> members) {
    return units().apply(members);
  }

  /** The same for one team after the other: the list is gone through once. */
  public Function<Collection<String>, List<String>> units() {
    Map<String, List<String>> units = new HashMap<>();
    inspectors.forEach(i -> units.put(i.id(), unitsOf(i)));
    return members ->
        members.stream()
            .flatMap(member -> units.getOrDefault(member, List.of()).stream())
            .distinct()
            .sorted(Utf8Order.ASCENDING)
            .toList();
  }

  private static List<String> unitsOf(InspectorEntry inspector) {
    return inspector.tags().stream()
        .filter(tag -> tag.startsWith(UNIT))
        .map(tag -> tag.substring(UNIT.length()))
        .toList();
  }

  public List<Map<String, Object>> frameJson() {
    return frame.stream().map(FrameEntry::json).toList();
  }

  public List<Map<String, Object>> inspectorsJson() {
    return inspectors.stream().map(InspectorEntry::json).toList();
  }

  public List<Map<String, Object>> recusalsJson() {
    return recusals.stream().map(RecusalEntry::json).toList();
  }

  /** The lists of a bundle; stage {@code teams} has no frame of its own. */
  static FrozenLists of(Members bundle) {
    return new FrozenLists(
        bundle.has("frame") ? bundle.objects("frame", FrameEntry::of) : List.of(),
        bundle.objects("inspectors", InspectorEntry::of),
        bundle.objects("recusals", RecusalEntry::of));
  }
}
