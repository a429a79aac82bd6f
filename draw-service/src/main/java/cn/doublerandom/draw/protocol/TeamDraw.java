package cn.doublerandom.draw.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who inspects (protocol §7): a minimum-cost flow by successive shortest paths with potentials.
 *
 * <pre>source → inspector → (subject, inspector) → slot of the subject → sink</pre>
 *
 * <p>Invariant: every residual arc u → v has cost(u,v) + π(u) − π(v) ≥ 0. It makes Dijkstra right,
 * and at the end it is the certificate. Cost: O(slots · arcs · log).
 */
final class TeamDraw {
  /** More would need wider sums, see {@link Cost}. */
  static final int MAX_INSPECTORS = 8_192;

  private final List<String> selected;
  private final List<InspectorEntry> inspectors;
  private final int slotCount;
  private final boolean[][] fits;
  private final boolean[][] allowed;
  private final long[][] lots;
  private final int[] cap;
  private final int[] held;
  private final boolean[][] onTeam;
  private final int[][] holder;

  // Nodes in one row: source, inspectors, pairs, slots, sink.
  private final int firstPair;
  private final int firstSlot;
  private final int sink;
  private final Cost[] potential;
  private final @Nullable Cost[] distance;
  private final int[] cameFrom;

  TeamDraw(
      List<String> selected,
      List<InspectorEntry> inspectors,
      List<RecusalEntry> recusals,
      List<List<String>> slots,
      Seed seed) {
    if (inspectors.size() > MAX_INSPECTORS) {
      throw new IllegalArgumentException(
          "at most %d inspectors, got %d".formatted(MAX_INSPECTORS, inspectors.size()));
    }
    this.selected = selected;
    this.inspectors = inspectors;
    this.slotCount = slots.size();
    this.cap = inspectors.stream().mapToInt(i -> Math.min(i.cap(), selected.size())).toArray();
    this.held = new int[inspectors.size()];
    this.fits = new boolean[inspectors.size()][slotCount];
    for (int i = 0; i < inspectors.size(); i++) {
      Set<String> tags = new HashSet<>(inspectors.get(i).tags());
      for (int s = 0; s < slotCount; s++) {
        fits[i][s] = tags.containsAll(slots.get(s));
      }
    }
    this.allowed = allowed(recusals);
    List<String> ids = inspectors.stream().map(InspectorEntry::id).toList();
    this.lots = new long[selected.size()][];
    for (int t = 0; t < selected.size(); t++) {
      lots[t] = seed.teamLots(selected.get(t), ids);
    }
    this.onTeam = new boolean[selected.size()][inspectors.size()];
    this.holder = new int[selected.size()][slotCount];
    for (int[] seats : holder) {
      Arrays.fill(seats, -1);
    }
    this.firstPair = 1 + inspectors.size();
    this.firstSlot = firstPair + selected.size() * inspectors.size();
    this.sink = firstSlot + selected.size() * slotCount;
    this.potential = new Cost[sink + 1];
    Arrays.fill(potential, Cost.ZERO);
    this.distance = new Cost[sink + 1];
    this.cameFrom = new int[sink + 1];
  }

  private boolean[][] allowed(List<RecusalEntry> recusals) {
    Map<String, Set<String>> recused = new HashMap<>();
    recusals.forEach(
        r -> recused.computeIfAbsent(r.subject(), s -> new HashSet<>()).add(r.inspector()));
    boolean[][] pairs = new boolean[selected.size()][inspectors.size()];
    for (int t = 0; t < selected.size(); t++) {
      Set<String> not = recused.getOrDefault(selected.get(t), Set.of());
      for (int i = 0; i < inspectors.size(); i++) {
        pairs[t][i] = !not.contains(inspectors.get(i).id());
      }
    }
    return pairs;
  }

  /** Teams with their proof, or what is lacking. */
  sealed interface Outcome {
    record Teams(List<DrawResult.Team> teams, Map<String, Object> certificate) implements Outcome {}

    record Lacking(DrawResult.Infeasible infeasible) implements Outcome {}
  }

  Outcome draw() {
    int filled = 0;
    while (findPath()) {
      augment();
      raisePotentials();
      filled++;
    }
    return filled == selected.size() * slotCount
        ? new Outcome.Teams(teams(), certificate())
        : new Outcome.Lacking(lacking(filled));
  }

  private record Reached(int node, Cost at) {}

  /**
   * Dijkstra over reduced costs; stops at the sink. After false, what has no distance is cut off.
   */
  private boolean findPath() {
    Arrays.fill(distance, null);
    var queue = new PriorityQueue<Reached>((a, b) -> a.at.compareTo(b.at));
    distance[0] = Cost.ZERO;
    queue.add(new Reached(0, Cost.ZERO));
    while (!queue.isEmpty()) {
      Reached next = queue.poll();
      if (!next.at.equals(distance[next.node])) {
        continue;
      }
      if (next.node == sink) {
        return true;
      }
      leave(next.node, next.at, queue);
    }
    return false;
  }

  private void leave(int node, Cost at, PriorityQueue<Reached> queue) {
    if (node == 0) {
      for (int i = 0; i < inspectors.size(); i++) {
        if (held[i] < cap[i]) {
          arc(0, 1 + i, new Cost(2L * (inspectors.get(i).load() + held[i]) + 1, 0), at, queue);
        }
      }
    } else if (node < firstPair) {
      int i = node - 1;
      for (int t = 0; t < selected.size(); t++) {
        if (allowed[t][i] && !onTeam[t][i]) {
          arc(node, pair(t, i), Cost.ofLot(lots[t][i]), at, queue);
        }
      }
    } else if (node < firstSlot) {
      int t = (node - firstPair) / inspectors.size();
      int i = (node - firstPair) % inspectors.size();
      for (int s = 0; s < slotCount; s++) {
        if (fits[i][s] && holder[t][s] != i) {
          arc(node, slot(t, s), Cost.ZERO, at, queue);
        }
      }
      if (onTeam[t][i]) {
        arc(node, 1 + i, Cost.ofLot(-lots[t][i]), at, queue);
      }
    } else {
      int t = (node - firstSlot) / slotCount;
      int s = (node - firstSlot) % slotCount;
      arc(node, holder[t][s] < 0 ? sink : pair(t, holder[t][s]), Cost.ZERO, at, queue);
    }
  }

  private void arc(int from, int to, Cost cost, Cost at, PriorityQueue<Reached> queue) {
    Cost through = at.plus(cost.plus(potential[from]).minus(potential[to]));
    Cost known = distance[to];
    if (known == null || through.compareTo(known) < 0) {
      distance[to] = through;
      cameFrom[to] = from;
      queue.add(new Reached(to, through));
    }
  }

  private int pair(int t, int i) {
    return firstPair + t * inspectors.size() + i;
  }

  private int slot(int t, int s) {
    return firstSlot + t * slotCount + s;
  }

  /** Pushes one unit along the path found, from the sink back to the source. */
  private void augment() {
    int node = cameFrom[sink];
    while (node != 0) {
      int from = cameFrom[node];
      if (node >= firstSlot) {
        int t = (node - firstSlot) / slotCount;
        holder[t][(node - firstSlot) % slotCount] = (from - firstPair) % inspectors.size();
      } else if (node >= firstPair && from < firstPair) {
        onTeam[(node - firstPair) / inspectors.size()][from - 1] = true;
      } else if (node < firstPair && from >= firstPair) {
        onTeam[(from - firstPair) / inspectors.size()][node - 1] = false;
      } else if (node < firstPair) {
        held[node - 1]++;
      }
      node = from;
    }
  }

  private void raisePotentials() {
    Cost end = distance[sink];
    if (end == null) {
      throw new IllegalStateException("no path to raise the potentials by");
    }
    for (int node = 0; node < potential.length; node++) {
      Cost way = distance[node];
      potential[node] = potential[node].plus(way == null || way.compareTo(end) > 0 ? end : way);
    }
  }

  private List<DrawResult.Team> teams() {
    List<DrawResult.Team> teams = new ArrayList<>();
    for (int t = 0; t < selected.size(); t++) {
      teams.add(
          new DrawResult.Team(
              selected.get(t),
              Arrays.stream(holder[t]).sorted().mapToObj(i -> inspectors.get(i).id()).toList()));
    }
    return teams;
  }

  private Map<String, Object> certificate() {
    Map<String, Object> ofInspectors = new HashMap<>();
    for (int i = 0; i < inspectors.size(); i++) {
      ofInspectors.put(inspectors.get(i).id(), potential[1 + i].json());
    }
    Map<String, Object> ofSlots = new HashMap<>();
    for (int t = 0; t < selected.size(); t++) {
      List<List<String>> prices = new ArrayList<>();
      for (int s = 0; s < slotCount; s++) {
        prices.add(potential[slot(t, s)].json());
      }
      ofSlots.put(selected.get(t), prices);
    }
    return Map.of(
        "potentials",
        Map.of(
            "source",
            potential[0].json(),
            "sink",
            potential[sink].json(),
            "inspectors",
            ofInspectors,
            "slots",
            ofSlots));
  }

  private DrawResult.Infeasible lacking(int filled) {
    List<DrawResult.Slot> cutOff = new ArrayList<>();
    for (int t = 0; t < selected.size(); t++) {
      for (int s = 0; s < slotCount; s++) {
        if (Optional.ofNullable(distance[slot(t, s)]).isEmpty()) {
          cutOff.add(new DrawResult.Slot(selected.get(t), s));
        }
      }
    }
    return new DrawResult.Infeasible(selected.size() * slotCount - filled, cutOff);
  }
}
