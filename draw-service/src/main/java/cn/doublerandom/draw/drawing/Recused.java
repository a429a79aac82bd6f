package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.FrozenLists;
import cn.doublerandom.draw.protocol.InspectorEntry;
import cn.doublerandom.draw.protocol.RecusalEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What recusals do to the teams, in words: whom no team can visit because of them, and whose team
 * is no longer a matter of chance.
 */
public final class Recused {
  /** A list longer than this is no sentence any more. */
  private static final int MOST_TOLD = 20;

  private Recused() {}

  /** Each of these subjects that can have no team, or only one; absent where there is none. */
  public static @Nullable List<String> texts(
      Collection<String> subjects,
      FrozenLists lists,
      List<List<String>> slots,
      @Nullable List<RecusedFrom> behind) {
    Map<String, Set<String>> recused =
        lists.recusals().stream()
            .collect(
                Collectors.groupingBy(
                    RecusalEntry::subject,
                    Collectors.mapping(RecusalEntry::inspector, Collectors.toSet())));
    List<String> texts =
        subjects.stream()
            .filter(recused::containsKey)
            .sorted()
            .flatMap(s ->
                text(s, recused.getOrDefault(s, Set.of()), lists.inspectors(), slots, behind)
                    .stream())
            .limit(MOST_TOLD)
            .toList();
    return texts.isEmpty() ? null : texts;
  }

  private static Optional<String> text(
      String subject,
      Set<String> recused,
      List<InspectorEntry> inspectors,
      List<List<String>> slots,
      @Nullable List<RecusedFrom> behind) {
    List<InspectorEntry> left = inspectors.stream().filter(i -> !recused.contains(i.id())).toList();
    boolean filled = fills(left, slots);
    if (!fills(inspectors, slots) || (filled && left.size() > slots.size())) {
      return Optional.empty();
    }
    String outcome =
        filled
            ? "只余 %d 人，检查组由回避而不由抽取确定".formatted(left.size())
            : "余下 %d 人不能组成 %d 人的检查组".formatted(left.size(), slots.size());
    return Optional.of(
        "检查对象 %s：名单内执法人员 %d 名，%s，%s。"
            .formatted(subject, inspectors.size(), said(subject, recused, behind), outcome));
  }

  private static String said(
      String subject, Set<String> recused, @Nullable List<RecusedFrom> behind) {
    return of(subject, behind)
        .map(RecusedFrom::text)
        .filter(text -> !text.isEmpty())
        .orElse("回避 " + recused.size() + " 人");
  }

  static Optional<RecusedFrom> of(String subject, @Nullable List<RecusedFrom> behind) {
    return behind == null
        ? Optional.empty()
        : behind.stream().filter(r -> r.subject().equals(subject)).findFirst();
  }

  /** How many waited for a second person; absent where none did. */
  public static @Nullable Integer waiting(@Nullable List<RecusedFrom> behind) {
    int all = behind == null ? 0 : behind.stream().mapToInt(RecusedFrom::waiting).sum();
    return all == 0 ? null : all;
  }

  /** Whether each seat finds somebody of its own. */
  private static boolean fills(List<InspectorEntry> inspectors, List<List<String>> slots) {
    int[] seatOf = new int[inspectors.size()];
    Arrays.fill(seatOf, -1);
    for (int seat = 0; seat < slots.size(); seat++) {
      if (!seat(seat, inspectors, slots, seatOf, new HashSet<>())) {
        return false;
      }
    }
    return true;
  }

  /** An augmenting path (Kuhn 1955): whoever sits there moves where he can. */
  private static boolean seat(
      int seat,
      List<InspectorEntry> inspectors,
      List<List<String>> slots,
      int[] seatOf,
      Set<Integer> tried) {
    for (int i : able(seat, inspectors, slots)) {
      if (tried.add(i) && (seatOf[i] < 0 || seat(seatOf[i], inspectors, slots, seatOf, tried))) {
        seatOf[i] = seat;
        return true;
      }
    }
    return false;
  }

  private static List<Integer> able(
      int seat, List<InspectorEntry> inspectors, List<List<String>> slots) {
    List<Integer> able = new ArrayList<>();
    for (int i = 0; i < inspectors.size(); i++) {
      if (inspectors.get(i).tags().containsAll(slots.get(seat))) {
        able.add(i);
      }
    }
    return able;
  }
}
