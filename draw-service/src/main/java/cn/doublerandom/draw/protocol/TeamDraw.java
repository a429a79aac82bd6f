package cn.doublerandom.draw.protocol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Who inspects (protocol §7): a minimum-cost flow, one seat after the other by the shortest path
 * that ends there, with potentials.
 *
 * <pre>source → inspector → seat of a subject → who held it, or another seat of hers there</pre>
 *
 * <p>Invariant: every residual arc u → v has cost(u,v) + π(u) − π(v) ≥ 0. It makes Dijkstra right,
 * and at the end it is the certificate. A seat no path leads to never gets one later. The search
 * runs backwards from the seat, so it ends where the first inspector with room is: O(seats ·
 * inspectors) for each seat at worst, and far less as a rule.
 */
final class TeamDraw {
  /**
   * A shortest path uses at most two lots of 48 bits per inspector, so distances and potentials
   * stay below 2^61 and the sum of three of them fits.
   */
  static final int MAX_INSPECTORS = 4_096;

  private static final int NOBODY = -1;

  private final List<String> selected;
  private final List<InspectorEntry> inspectors;
  private final int slotCount;
  private final boolean[][] fits;
  private final boolean[][] allowed; // [inspector][subject]
  private final long[][] lots;
  private final int[] cap;
  private final int[] held;
  private final boolean[][] onTeam;
  private final int[][] holder;

  // Nodes in one row: inspectors, seats, source.
  private final int firstSeat;
  private final int source;
  // Costs as bare numbers, load and lot apart: a large office is walked over a million times.
  private final long[] potentialLoad;
  private final long[] potentialLot;
  private final long[] distanceLoad;
  private final long[] distanceLot;
  private final boolean[] reached;
  private final int[] leadsTo;
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
      Arrays.fill(seats, NOBODY);
    }
    this.firstSeat = inspectors.size();
    this.source = firstSeat + selected.size() * slotCount;
    this.potentialLoad = new long[source + 1];
    this.potentialLot = new long[source + 1];
    this.distanceLoad = new long[source + 1];
    this.distanceLot = new long[source + 1];
    this.reached = new boolean[source + 1];
    this.leadsTo = new int[source + 1];
    this.touched = new int[source + 1];
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
    int missing = 0;
    for (int seat = firstSeat; seat < source; seat++) {
      if (findPath(seat)) {
        augment(seat);
        raisePotentials();
      } else {
        missing++;
      }
    }
    return missing == 0
        ? new Outcome.Teams(teams(), certificate())
        : new Outcome.Lacking(lacking(missing));
  }

  private record Reached(int node, long load, long lot) {}

  private static int compare(long load, long lot, long otherLoad, long otherLot) {
    return load != otherLoad ? Long.compare(load, otherLoad) : Long.compare(lot, otherLot);
  }

  /** Dijkstra over reduced costs, from a free seat backwards to the source. */
  private boolean findPath(int seat) {
    for (int i = 0; i < touchedCount; i++) {
      reached[touched[i]] = false;
    }
    touchedCount = 0;
    var queue = new PriorityQueue<Reached>((a, b) -> compare(a.load, a.lot, b.load, b.lot));
    reach(seat, 0, 0);
    queue.add(new Reached(seat, 0, 0));
    while (!queue.isEmpty()) {
      Reached next = queue.poll();
      if (next.load != distanceLoad[next.node] || next.lot != distanceLot[next.node]) {
        continue;
      }
      if (next.node == source) {
        return true;
      } else if (next.node < firstSeat) {
        enterInspector(next.node, queue);
      } else {
        enterSeat(next.node, queue);
      }
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

  /** An inspector serves one more team, or leaves a seat to somebody else. */
  private void enterInspector(int i, PriorityQueue<Reached> queue) {
    if (held[i] < cap[i]) {
      arc(source, i, 2L * (inspectors.get(i).load() + held[i]) + 1, 0, queue);
    }
    for (int t = 0; t < selected.size(); t++) {
      if (onTeam[i][t]) {
        arc(seatOf(i, t), i, 0, -lots[i][t], queue);
      }
    }
  }

  /** Whoever fits and is not on the team takes the seat, or a member changes over to it. */
  private void enterSeat(int seat, PriorityQueue<Reached> queue) {
    int t = subjectOf(seat);
    int s = slotOf(seat);
    for (int i = 0; i < inspectors.size(); i++) {
      if (fits[i][s] && allowed[i][t] && !onTeam[i][t]) {
        arc(i, seat, 0, lots[i][t], queue);
      }
    }
    for (int other = 0; other < slotCount; other++) {
      int member = holder[t][other];
      if (other != s && member != NOBODY && fits[member][s]) {
        arc(seat(t, other), seat, 0, 0, queue);
      }
    }
  }

  private void arc(int from, int to, long load, long lot, PriorityQueue<Reached> queue) {
    long throughLoad = distanceLoad[to] + load + potentialLoad[from] - potentialLoad[to];
    long throughLot = distanceLot[to] + lot + potentialLot[from] - potentialLot[to];
    if (isAsFar(source, throughLoad, throughLot) || isAsFar(from, throughLoad, throughLot)) {
      return;
    }
    reach(from, throughLoad, throughLot);
    leadsTo[from] = to;
    queue.add(new Reached(from, throughLoad, throughLot));
  }

  /** No shortest path leads through a place as far as the source, or as far as known already. */
  private boolean isAsFar(int node, long load, long lot) {
    return reached[node] && compare(load, lot, distanceLoad[node], distanceLot[node]) >= 0;
  }

  private int seat(int t, int s) {
    return firstSeat + t * slotCount + s;
  }

  private int subjectOf(int seat) {
    return (seat - firstSeat) / slotCount;
  }

  private int slotOf(int seat) {
    return (seat - firstSeat) % slotCount;
  }

  private int seatOf(int i, int t) {
    int s = 0;
    while (holder[t][s] != i) {
      s++;
    }
    return seat(t, s);
  }

  /** Everybody along the path takes the next seat, until the free one is taken. */
  private void augment(int freeSeat) {
    int mover = leadsTo[source];
    held[mover]++;
    int seat = leadsTo[mover];
    while (true) {
      int t = subjectOf(seat);
      int ousted = holder[t][slotOf(seat)];
      holder[t][slotOf(seat)] = mover;
      onTeam[mover][t] = true;
      if (seat == freeSeat) {
        return;
      }
      int next = leadsTo[seat];
      if (next < firstSeat) {
        onTeam[ousted][t] = false;
        next = leadsTo[next];
      }
      mover = ousted;
      seat = next;
    }
  }

  /**
   * What is nearer to the seat than the source rises by the difference; the rest stays where it is.
   * Sums are exact: a lot has 48 bits, and a path passes each inspector once.
   */
  private void raisePotentials() {
    for (int i = 0; i < touchedCount; i++) {
      int node = touched[i];
      long load = distanceLoad[source] - distanceLoad[node];
      long lot = distanceLot[source] - distanceLot[node];
      if (compare(load, lot, 0, 0) > 0) {
        potentialLoad[node] = Math.addExact(potentialLoad[node], load);
        potentialLot[node] = Math.addExact(potentialLot[node], lot);
      }
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
      ofInspectors.put(inspectors.get(i).id(), price(i));
    }
    int highest = firstSeat;
    Map<String, Object> ofSlots = new HashMap<>();
    for (int t = 0; t < selected.size(); t++) {
      List<List<String>> prices = new ArrayList<>();
      for (int s = 0; s < slotCount; s++) {
        int seat = seat(t, s);
        prices.add(price(seat));
        highest = isHigher(seat, highest) ? seat : highest;
      }
      ofSlots.put(selected.get(t), prices);
    }
    return Map.of(
        "potentials",
        Map.of(
            "source",
            price(source),
            "sink",
            price(highest),
            "inspectors",
            ofInspectors,
            "slots",
            ofSlots));
  }

  private boolean isHigher(int node, int other) {
    return compare(
            potentialLoad[node], potentialLot[node], potentialLoad[other], potentialLot[other])
        > 0;
  }

  private List<String> price(int node) {
    return List.of(Long.toString(potentialLoad[node]), Long.toString(potentialLot[node]));
  }

  /** The seats nothing leads to from the source: together they cannot be filled. */
  private DrawResult.Infeasible lacking(int missing) {
    boolean[] open = new boolean[source];
    Deque<Integer> walk = new ArrayDeque<>();
    for (int i = 0; i < inspectors.size(); i++) {
      if (held[i] < cap[i]) {
        enter(i, open, walk);
      }
    }
    while (!walk.isEmpty()) {
      int node = walk.pop();
      if (node < firstSeat) {
        leaveInspector(node, open, walk);
      } else if (holder[subjectOf(node)][slotOf(node)] != NOBODY) {
        leaveSeat(node, open, walk);
      }
    }
    List<DrawResult.Slot> cutOff = new ArrayList<>();
    for (int seat = firstSeat; seat < source; seat++) {
      if (!open[seat]) {
        cutOff.add(new DrawResult.Slot(selected.get(subjectOf(seat)), slotOf(seat)));
      }
    }
    return new DrawResult.Infeasible(missing, cutOff);
  }

  private static void enter(int node, boolean[] open, Deque<Integer> walk) {
    if (!open[node]) {
      open[node] = true;
      walk.push(node);
    }
  }

  private void leaveInspector(int i, boolean[] open, Deque<Integer> walk) {
    for (int t = 0; t < selected.size(); t++) {
      for (int s = 0; s < slotCount; s++) {
        if (allowed[i][t] && !onTeam[i][t] && fits[i][s]) {
          enter(seat(t, s), open, walk);
        }
      }
    }
  }

  private void leaveSeat(int seat, boolean[] open, Deque<Integer> walk) {
    int t = subjectOf(seat);
    int member = holder[t][slotOf(seat)];
    enter(member, open, walk);
    for (int s = 0; s < slotCount; s++) {
      if (fits[member][s]) {
        enter(seat(t, s), open, walk);
      }
    }
  }
}
