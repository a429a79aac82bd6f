package cn.doublerandom.draw.protocol;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Whether every seat can be taken, asked without lots: each seat goes to whoever fits it and has
 * most room left. Where that fills all of them there are teams, and so {@link TeamDraw} finds some;
 * where it does not, that says nothing. Takes subjects × slots × inspectors steps, and no search.
 */
final class GreedySeats {
  private static final int NOBODY = -1;

  private final List<InspectorEntry> inspectors;
  private final int[] room;
  private final boolean[][] fits;
  private final int[] order;
  private final Map<String, Set<String>> recused = new HashMap<>();

  private GreedySeats(
      int subjects,
      List<InspectorEntry> inspectors,
      List<RecusalEntry> recusals,
      List<List<String>> slots) {
    this.inspectors = inspectors;
    this.room = inspectors.stream().mapToInt(i -> Math.min(i.cap(), subjects)).toArray();
    this.fits = new boolean[slots.size()][inspectors.size()];
    for (int i = 0; i < inspectors.size(); i++) {
      Set<String> tags = new HashSet<>(inspectors.get(i).tags());
      for (int s = 0; s < slots.size(); s++) {
        fits[s][i] = tags.containsAll(slots.get(s));
      }
    }
    // Whom few fit first, so that who fits anywhere is not taken from them.
    this.order =
        IntStream.range(0, slots.size())
            .boxed()
            .sorted(Comparator.comparingInt(this::fitting))
            .mapToInt(Integer::intValue)
            .toArray();
    recusals.forEach(recusal ->
        recused
            .computeIfAbsent(recusal.subject(), subject -> new HashSet<>())
            .add(recusal.inspector()));
  }

  private int fitting(int slot) {
    int fitting = 0;
    for (boolean fit : fits[slot]) {
      fitting += fit ? 1 : 0;
    }
    return fitting;
  }

  /** True only where there are teams for all; false where this did not find them. */
  static boolean areFilled(
      List<String> selected,
      List<InspectorEntry> inspectors,
      List<RecusalEntry> recusals,
      List<List<String>> slots) {
    var seats = new GreedySeats(selected.size(), inspectors, recusals, slots);
    return selected.stream().allMatch(seats::isSeated);
  }

  private boolean isSeated(String subject) {
    Set<String> strangers = recused.getOrDefault(subject, Set.of());
    int[] team = new int[order.length];
    Arrays.fill(team, NOBODY);
    for (int seat = 0; seat < order.length; seat++) {
      team[seat] = roomiest(fits[order[seat]], strangers, team);
      if (team[seat] == NOBODY) {
        return false;
      }
      room[team[seat]]--;
    }
    return true;
  }

  private int roomiest(boolean[] fit, Set<String> strangers, int[] team) {
    int roomiest = NOBODY;
    int most = 0;
    for (int i = 0; i < room.length; i++) {
      if (fit[i] && room[i] > most && isOutside(i, team) && !isAmong(i, strangers)) {
        roomiest = i;
        most = room[i];
      }
    }
    return roomiest;
  }

  private static boolean isOutside(int i, int[] team) {
    for (int member : team) {
      if (member == i) {
        return false;
      }
    }
    return true;
  }

  private boolean isAmong(int i, Set<String> strangers) {
    return !strangers.isEmpty() && strangers.contains(inspectors.get(i).id());
  }
}
