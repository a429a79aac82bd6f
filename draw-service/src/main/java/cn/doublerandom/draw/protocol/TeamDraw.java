package cn.doublerandom.draw.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Who inspects (protocol §7): a minimum-cost flow by successive shortest paths with potentials.
 *
 * <pre>source → inspector → (subject, inspector) → slot of the subject → sink</pre>
 *
 * <p>Invariant: every residual arc u → v has cost(u,v) + π(u) − π(v) ≥ 0. It makes Dijkstra right,
 * and at the end it is the certificate. Cost: O(slots · arcs · log).
 */
final class TeamDraw {
  /**
   * A shortest path uses at most two lots of 48 bits per inspector, so distances and potentials
   * stay below 2^61 and the sum of three of them fits.
   */
  static final int MAX_INSPECTORS = 4_096;

  private final List<String> selected;
  private final List<InspectorEntry> inspectors;
  private final int slotCount;
  private final boolean[][] fits;
  private final boolean[][] allowed; // [inspector][subject], as they are walked
  private final long[][] lots;
  private final int[] cap;
  private final int[] held;
  private final boolean[][] onTeam;
  private final int[][] holder;

  // Nodes in one row: source, inspectors, pairs, slots, sink.
  private final int firstPair;
  private final int firstSlot;
  private final int sink;
  // Costs as bare numbers, load and lot apart: a large office has half a million places, and every
  // visit is a walk over many of them.
  private final long[] potentialLoad;
  private final long[] potentialLot;
  private final long[] distanceLoad;
  private final long[] distanceLot;
  private final boolean[] reached;
  private final int[] cameFrom;
  private final int[] touched;
  private int touchedCount;

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
    this.lots = new long[inspectors.size()][selected.size()];
    for (int t = 0; t < selected.size(); t++) {
      long[] ofSubject = seed.teamLots(selected.get(t), ids);
      for (int i = 0; i < ofSubject.length; i++) {
        lots[i][t] = ofSubject[i];
      }
    }
    this.onTeam = new boolean[inspectors.size()][selected.size()];
    this.holder = new int[selected.size()][slotCount];
    for (int[] seats : holder) {
      Arrays.fill(seats, -1);
    }
    this.firstPair = 1 + inspectors.size();
    this.firstSlot = firstPair + selected.size() * inspectors.size();
    this.sink = firstSlot + selected.size() * slotCount;
    this.potentialLoad = new long[sink + 1];
    this.potentialLot = new long[sink + 1];
    this.distanceLoad = new long[sink + 1];
    this.distanceLot = new long[sink + 1];
    this.reached = new boolean[sink + 1];
    this.cameFrom = new int[sink + 1];
    this.touched = new int[sink + 1];
  }

  private boolean[][] allowed(List<RecusalEntry> recusals) {
    Map<String, Set<String>> recused = new HashMap<>();
    recusals.forEach(
        r -> recused.computeIfAbsent(r.subject(), s -> new HashSet<>()).add(r.inspector()));
    boolean[][] pairs = new boolean[inspectors.size()][selected.size()];
    for (int t = 0; t < selected.size(); t++) {
      Set<String> not = recused.getOrDefault(selected.get(t), Set.of());
      for (int i = 0; i < inspectors.size(); i++) {
        pairs[i][t] = !not.contains(inspectors.get(i).id());
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

  private record Reached(int node, long load, long lot) {}

  private static int compare(long load, long lot, long otherLoad, long otherLot) {
    return load != otherLoad ? Long.compare(load, otherLoad) : Long.compare(lot, otherLot);
  }

  /**
   * Dijkstra over reduced costs; stops at the sink. After false, what is not reached is cut off.
   */
  private boolean findPath() {
    for (int i = 0; i < touchedCount; i++) {
      reached[touched[i]] = false;
    }
    touchedCount = 0;
    var queue = new PriorityQueue<Reached>((a, b) -> compare(a.load, a.lot, b.load, b.lot));
    reach(0, 0, 0);
    queue.add(new Reached(0, 0, 0));
    while (!queue.isEmpty()) {
      Reached next = queue.poll();
      if (next.load != distanceLoad[next.node] || next.lot != distanceLot[next.node]) {
        continue;
      }
      if (next.node == sink) {
        return true;
      }
      leave(next.node, queue);
    }
    return false;
  }

  private void reach(int node, long load, long lot) {
    if (!reached[node]) {
      reached[node] = true;
      touched[touchedCount++] = node;
    }
    distanceLoad[node] = load;
    distanceLot[node] = lot;
  }

  private void leave(int node, PriorityQueue<Reached> queue) {
    if (node == 0) {
      for (int i = 0; i < inspectors.size(); i++) {
        if (held[i] < cap[i]) {
          arc(0, 1 + i, 2L * (inspectors.get(i).load() + held[i]) + 1, 0, queue);
        }
      }
    } else if (node < firstPair) {
      int i = node - 1;
      for (int t = 0; t < selected.size(); t++) {
        if (allowed[i][t] && !onTeam[i][t]) {
          arc(node, pair(t, i), 0, lots[i][t], queue);
        }
      }
    } else if (node < firstSlot) {
      int t = subjectOf(node);
      int i = inspectorOf(node);
      for (int s = 0; s < slotCount; s++) {
        if (fits[i][s] && holder[t][s] != i) {
          arc(node, slot(t, s), 0, 0, queue);
        }
      }
      if (onTeam[i][t]) {
        arc(node, 1 + i, 0, -lots[i][t], queue);
      }
    } else {
      int t = (node - firstSlot) / slotCount;
      int s = (node - firstSlot) % slotCount;
      arc(node, holder[t][s] < 0 ? sink : pair(t, holder[t][s]), 0, 0, queue);
    }
  }

  private void arc(int from, int to, long load, long lot, PriorityQueue<Reached> queue) {
    long throughLoad = distanceLoad[from] + load + potentialLoad[from] - potentialLoad[to];
    long throughLot = distanceLot[from] + lot + potentialLot[from] - potentialLot[to];
    // No shortest path leads through a place as far as the sink.
    boolean tooFar =
        reached[sink]
            && to != sink
            && compare(throughLoad, throughLot, distanceLoad[sink], distanceLot[sink]) >= 0;
    if (tooFar
        || (reached[to]
            && compare(throughLoad, throughLot, distanceLoad[to], distanceLot[to]) >= 0)) {
      return;
    }
    reach(to, throughLoad, throughLot);
    cameFrom[to] = from;
    queue.add(new Reached(to, throughLoad, throughLot));
  }

  private int pair(int t, int i) {
    return firstPair + i * selected.size() + t;
  }

  private int subjectOf(int pair) {
    return (pair - firstPair) % selected.size();
  }

  private int inspectorOf(int pair) {
    return (pair - firstPair) / selected.size();
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
        holder[t][(node - firstSlot) % slotCount] = inspectorOf(from);
      } else if (node >= firstPair && from < firstPair) {
        onTeam[from - 1][subjectOf(node)] = true;
      } else if (node < firstPair && from >= firstPair) {
        onTeam[node - 1][subjectOf(from)] = false;
      } else if (node < firstPair) {
        held[node - 1]++;
      }
      node = from;
    }
  }

  /**
   * Only differences of potentials count, so what is as far as the sink, or farther, stays where it
   * is. Sums are exact: a lot has 48 bits, and a path passes each inspector once.
   */
  private void raisePotentials() {
    for (int i = 0; i < touchedCount; i++) {
      int node = touched[i];
      long load = distanceLoad[node] - distanceLoad[sink];
      long lot = distanceLot[node] - distanceLot[sink];
      if (compare(load, lot, 0, 0) < 0) {
        potentialLoad[node] = Math.addExact(potentialLoad[node], load);
        potentialLot[node] = Math.addExact(potentialLot[node], lot);
      }
    }
  }

  private List<String> price(int node) {
    return List.of(Long.toString(potentialLoad[node]), Long.toString(potentialLot[node]));
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
      ofInspectors.put(inspectors.get(i).id(), price(1 + i));
    }
    Map<String, Object> ofSlots = new HashMap<>();
    for (int t = 0; t < selected.size(); t++) {
      List<List<String>> prices = new ArrayList<>();
      for (int s = 0; s < slotCount; s++) {
        prices.add(price(slot(t, s)));
      }
      ofSlots.put(selected.get(t), prices);
    }
    return Map.of(
        "potentials",
        Map.of(
            "source", price(0), "sink", price(sink), "inspectors", ofInspectors, "slots", ofSlots));
  }

  private DrawResult.Infeasible lacking(int filled) {
    List<DrawResult.Slot> cutOff = new ArrayList<>();
    for (int t = 0; t < selected.size(); t++) {
      for (int s = 0; s < slotCount; s++) {
        if (!reached[slot(t, s)]) {
          cutOff.add(new DrawResult.Slot(selected.get(t), s));
        }
      }
    }
    return new DrawResult.Infeasible(selected.size() * slotCount - filled, cutOff);
  }
}
