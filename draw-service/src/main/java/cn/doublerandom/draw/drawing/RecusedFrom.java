package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.FrameEntry;
import cn.doublerandom.draw.register.KnownEntry.KnownInspector;
import cn.doublerandom.draw.register.KnownEntry.KnownRecusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the recusals of a subject of the frame (回避): who decided them, and how many
 * wait. A firm all but two are recused from has its team chosen for it, and everybody is told.
 *
 * @param decided who decided, ascending; those that took one person first
 * @param waiting inspectors of whom a recusal, or its revocation, waited for a second person
 */
public record RecusedFrom(String subject, List<Decided> decided, int waiting) {
  public RecusedFrom {
    decided = List.copyOf(decided);
  }

  /**
   * @param by account of the second person; absent where it took one, or follows from the register
   */
  public record Decided(@Nullable String by, int inspectors) {}

  /** Of the subjects of a frame somebody is recused from, or is asked to be, ascending. */
  public static List<RecusedFrom> of(
      List<FrameEntry> frame, List<KnownInspector> inspectors, LocalDate today) {
    Map<String, Map<String, Integer>> decided = new TreeMap<>();
    Map<String, Integer> waiting = new TreeMap<>();
    for (KnownInspector inspector : inspectors) {
      inspector.recusals().stream()
          .filter(r -> r.holds(today))
          // One is enough, and one that two people decided says more.
          .collect(Collectors.toMap(KnownRecusal::subject, r -> r, RecusedFrom::decidedFirst))
          .values()
          .forEach(r ->
              decided
                  .computeIfAbsent(r.subject(), s -> new TreeMap<>())
                  .merge(Objects.requireNonNullElse(r.decidedBy(), ""), 1, Integer::sum));
      if (inspector.recusalsAsked() != null) {
        inspector.recusalsAsked().forEach(subject -> waiting.merge(subject, 1, Integer::sum));
      }
    }
    return frame.stream()
        .map(FrameEntry::id)
        .filter(id -> decided.containsKey(id) || waiting.containsKey(id))
        .map(id ->
            new RecusedFrom(
                id, decided(decided.getOrDefault(id, Map.of())), waiting.getOrDefault(id, 0)))
        .sorted(Comparator.comparing(RecusedFrom::subject))
        .toList();
  }

  /** Everybody who decided on a recusal of the frame: he has a part in who is drawn. */
  static Set<String> deciders(@Nullable List<RecusedFrom> frozen) {
    return frozen == null
        ? Set.of()
        : frozen.stream()
            .flatMap(r -> r.decided().stream())
            .flatMap(d -> Optional.ofNullable(d.by()).stream())
            .collect(Collectors.toSet());
  }

  private static KnownRecusal decidedFirst(KnownRecusal one, KnownRecusal other) {
    return one.decidedBy() == null ? other : one;
  }

  private static List<Decided> decided(Map<String, Integer> by) {
    return by.entrySet().stream()
        .map(e -> new Decided(e.getKey().isEmpty() ? null : e.getKey(), e.getValue()))
        .toList();
  }

  /** For example 回避 12 人（经另一人决定 11 人，由一人登记或按名录得出 1 人）. */
  String text() {
    List<String> said = new ArrayList<>();
    int all = decided.stream().mapToInt(Decided::inspectors).sum();
    if (all > 0) {
      said.add(
          decided.stream()
              .map(d -> (d.by() == null ? "由一人登记或按名录得出 " : "经另一人决定 ") + d.inspectors() + " 人")
              .collect(Collectors.joining("，", "回避 " + all + " 人（", "）")));
    }
    if (waiting > 0) {
      said.add("另有 " + waiting + " 人的回避申请待另一人决定");
    }
    return String.join("，", said);
  }
}
