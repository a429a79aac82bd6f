package cn.doublerandom.registry.application;

import cn.doublerandom.servicekit.waiting.Pending;
import cn.doublerandom.servicekit.waiting.PendingGroup;
import cn.doublerandom.servicekit.waiting.Sentence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one address decides on at once waits as one thing: of a table that brings in new entries and
 * changes others, a line says both and how many there are of each, as its page does.
 */
final class AskedTogether {
  /** The places of a sentence of more than one kind. */
  static final String PARTS = "parts";

  static final String ENGLISH_PARTS = "english-parts";

  /** Code words of its kinds, with a comma between them. */
  private static final String KINDS = "kinds";

  /** Of a batch: its number, how many there are, and how many of what. */
  static final Sentence MIXED =
      new Sentence("批准批次 %s 的 %s 项申请（%s）", "Agree to the %2$s requests of batch %1$s (%3$s)");

  private static final Map<RegistryMatter, Sentence> PART =
      Map.of(
          RegistryMatter.ENTRY, new Sentence("新入库 %d 户", "%d new"),
          RegistryMatter.STATUS, new Sentence("登记状态或名录信息 %d 项", "%d of status or entry"),
          RegistryMatter.RECUSAL, new Sentence("回避 %d 项", "%d recusals"),
          RegistryMatter.RECUSAL_REVOKED, new Sentence("撤销回避 %d 项", "%d revoked"));

  private AskedTogether() {}

  /** The batches whole, each where its oldest request stood. */
  static List<PendingGroup> of(Collection<PendingGroup> all) {
    Map<String, List<PendingGroup>> decided = new LinkedHashMap<>();
    all.forEach(
        group -> decided.computeIfAbsent(address(group), a -> new ArrayList<>()).add(group));
    return decided.values().stream().map(AskedTogether::whole).toList();
  }

  /** What nobody asked for with others is decided on by itself. */
  private static String address(PendingGroup group) {
    Pending first = group.first();
    return first.batch() == null
        ? "one " + first.kind() + " " + group.stream() + " " + first.key()
        : AskedPlaces.of(first.kind(), first.key(), first.says(RegistryPendings.OF), first.batch());
  }

  private static PendingGroup whole(List<PendingGroup> parts) {
    PendingGroup oldest = parts.getFirst();
    if (parts.size() == 1) {
      return oldest;
    }
    Map<RegistryMatter, Long> counts = new TreeMap<>();
    parts.forEach(
        part -> counts.merge(RegistryMatter.of(part.first().kind()), part.count(), Long::sum));
    Pending first =
        oldest
            .first()
            .notFor(
                parts.stream()
                    .flatMap(part -> part.first().touchedBy().stream())
                    .collect(Collectors.toCollection(TreeSet::new)));
    return new PendingGroup(
        oldest.stream(),
        counts.size() == 1 ? first : mixed(first, counts),
        parts.stream().mapToLong(PendingGroup::count).sum());
  }

  private static Pending mixed(Pending first, Map<RegistryMatter, Long> counts) {
    return first
        .saying(
            KINDS,
            counts.keySet().stream().map(RegistryMatter::code).collect(Collectors.joining(",")))
        .saying(PARTS, said(counts, "、", false))
        .saying(ENGLISH_PARTS, said(counts, ", ", true));
  }

  private static String said(Map<RegistryMatter, Long> counts, String between, boolean english) {
    return counts.entrySet().stream()
        .map(part -> {
          Sentence words = PART.getOrDefault(part.getKey(), Sentence.NONE);
          return english ? words.english(part.getValue()) : words.chinese(part.getValue());
        })
        .collect(Collectors.joining(between));
  }

  /** Code words of what is decided on, in the order in which its sentence says them. */
  static List<String> kinds(PendingGroup group) {
    String several = group.first().says(KINDS);
    return several.isEmpty() ? List.of(group.first().kind()) : List.of(several.split(","));
  }

  static boolean isMixed(PendingGroup group) {
    return kinds(group).size() > 1;
  }
}
