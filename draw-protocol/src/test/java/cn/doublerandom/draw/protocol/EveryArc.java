package cn.doublerandom.draw.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Teams by protocol §7 to the letter: every arc of its flow, and the cheapest path from source to
 * sink again and again (Bellman and Ford), without a price or a thought.
 */
final class EveryArc {
  private static final int SOURCE = 0;

  private record Arc(int from, int to, long load, long lot) {
    Arc back() {
      return new Arc(to, from, -load, -lot);
    }
  }

  private final Office office;
  private final int sink;
  private final List<Arc> arcs = new ArrayList<>(); // each beside its way back
  private final List<Boolean> isFree = new ArrayList<>();
  private final List<List<Integer>> leaving = new ArrayList<>();

  EveryArc(Office office) {
    this.office = office;
    int people = office.inspectors().size();
    int subjects = office.selected().size();
    int slots = office.slots().size();
    this.sink = 1 + people + subjects * (people + slots);
    for (int node = 0; node <= sink; node++) {
      leaving.add(new ArrayList<>());
    }
    for (int i = 0; i < people; i++) {
      for (int j = 0; j < Math.min(office.inspectors().get(i).cap(), subjects); j++) {
        join(SOURCE, 1 + i, 2L * (office.inspectors().get(i).load() + j) + 1, 0);
      }
    }
    for (int t = 0; t < subjects; t++) {
      joinSubject(t);
    }
  }

  private int pair(int t, int i) {
    return 1 + office.inspectors().size() * (1 + t) + i;
  }

  private void joinSubject(int t) {
    int people = office.inspectors().size();
    int seats = 1 + people * (1 + office.selected().size()) + t * office.slots().size();
    for (int i = 0; i < people; i++) {
      InspectorEntry inspector = office.inspectors().get(i);
      String subject = office.selected().get(t);
      if (office.isAllowed(inspector, subject)) {
        join(1 + i, pair(t, i), 0, office.lot(inspector, subject));
        for (int s = 0; s < office.slots().size(); s++) {
          if (office.fits(inspector, s)) {
            join(pair(t, i), seats + s, 0, 0);
          }
        }
      }
    }
    for (int s = 0; s < office.slots().size(); s++) {
      join(seats + s, sink, 0, 0);
    }
  }

  private void join(int from, int to, long load, long lot) {
    Arc arc = new Arc(from, to, load, lot);
    leaving.get(from).add(arcs.size());
    arcs.add(arc);
    isFree.add(true);
    leaving.get(to).add(arcs.size());
    arcs.add(arc.back());
    isFree.add(false);
  }

  /** The teams in the order of the lists; or none, where not all seats can be filled. */
  List<DrawResult.Team> teams() {
    int filled = 0;
    while (fillsOneMore()) {
      filled++;
    }
    List<DrawResult.Team> teams = new ArrayList<>();
    if (filled == office.selected().size() * office.slots().size()) {
      for (int t = 0; t < office.selected().size(); t++) {
        teams.add(new DrawResult.Team(office.selected().get(t), members(t)));
      }
    }
    return teams;
  }

  private List<String> members(int t) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < office.inspectors().size(); i++) {
      int pair = pair(t, i);
      for (int arc : leaving.get(pair)) {
        if (arcs.get(arc).to == 1 + i && isFree.get(arc)) {
          members.add(office.inspectors().get(i).id());
        }
      }
    }
    return members;
  }

  private boolean fillsOneMore() {
    long[] load = new long[sink + 1];
    long[] lot = new long[sink + 1];
    int[] by = new int[sink + 1];
    boolean[] isWaiting = new boolean[sink + 1];
    Arrays.fill(load, Long.MAX_VALUE);
    load[SOURCE] = 0;
    Deque<Integer> waiting = new ArrayDeque<>(List.of(SOURCE));
    while (!waiting.isEmpty()) {
      int node = waiting.pop();
      isWaiting[node] = false;
      for (int number : leaving.get(node)) {
        Arc arc = arcs.get(number);
        long throughLoad = load[node] + arc.load;
        long throughLot = lot[node] + arc.lot;
        boolean isCheaper =
            throughLoad < load[arc.to] || (throughLoad == load[arc.to] && throughLot < lot[arc.to]);
        if (isFree.get(number) && isCheaper) {
          load[arc.to] = throughLoad;
          lot[arc.to] = throughLot;
          by[arc.to] = number;
          if (!isWaiting[arc.to]) {
            isWaiting[arc.to] = true;
            waiting.add(arc.to);
          }
        }
      }
    }
    if (load[sink] == Long.MAX_VALUE) {
      return false;
    }
    for (int node = sink; node != SOURCE; node = arcs.get(by[node]).from) {
      isFree.set(by[node], false);
      isFree.set(by[node] ^ 1, true);
    }
    return true;
  }
}
