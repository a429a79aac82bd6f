package cn.doublerandom.draw.protocol;

import static cn.doublerandom.draw.protocol.Seating.NOBODY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who inspects (protocol §7): a minimum-cost flow, one seat after the other by the shortest path
 * that ends there.
 *
 * <p>A path is told in inspectors: one with room takes a seat of somebody, who takes a seat of
 * somebody else, until the last takes the free one. So the search walks over inspectors alone, of
 * which there are few, and never over seats, of which there are many; {@link Exchanges} knows what
 * each step costs. Of paths as cheap as each other one with fewest steps is taken; then all its
 * exchanges together are possible (matroid intersection; Frank 1981).
 *
 * <p>Invariant: every step k → i costs lot(k) − lot(i) + π(k) − π(i) ≥ 0 at every subject. It makes
 * Dijkstra right, and at the end {@link TeamCertificate} reads the proof from it. A seat no path
 * leads to never gets one later.
 */
final class TeamDraw {
  /** A path passes each inspector once, by two lots of 48 bits: sums stay below 2^61. */
  static final int MAX_INSPECTORS = 4_096;

  private final List<String> selected;
  private final List<InspectorEntry> inspectors;
  private final int[] cap;
  private final Seating seating;
  private final Exchanges exchanges;
  private final Prices prices;
  private final Search search;
  private final Progress progress;
  private final long steps;

  TeamDraw(
      List<String> selected,
      List<InspectorEntry> inspectors,
      List<RecusalEntry> recusals,
      List<List<String>> slots,
      Seed seed) {
    this(selected, inspectors, recusals, slots, seed, Progress.UNSEEN);
  }

  /**
   * @param progress told of each subject whose lots are taken and of each seat
   */
  TeamDraw(
      List<String> selected,
      List<InspectorEntry> inspectors,
      List<RecusalEntry> recusals,
      List<List<String>> slots,
      Seed seed,
      Progress progress) {
    if (inspectors.size() > MAX_INSPECTORS) {
      throw new IllegalArgumentException(
          "at most %d inspectors, got %d".formatted(MAX_INSPECTORS, inspectors.size()));
    }
    this.selected = selected;
    this.inspectors = inspectors;
    this.cap = inspectors.stream().mapToInt(i -> Math.min(i.cap(), selected.size())).toArray();
    List<String> ids = inspectors.stream().map(InspectorEntry::id).toList();
    this.progress = progress;
    this.steps = selected.size() * (1L + slots.size());
    long[][] lots = new long[selected.size()][];
    for (int t = 0; t < lots.length; t++) {
      progress.at(t, steps);
      lots[t] = seed.teamLots(selected.get(t), ids);
    }
    this.seating = new Seating(slots.size(), fits(inspectors, slots), lots);
    recuse(ids, recusals);
    this.exchanges = new Exchanges(seating);
    this.prices = new Prices(inspectors.size());
    this.search = new Search();
  }

  private static int[] fits(List<InspectorEntry> inspectors, List<List<String>> slots) {
    return inspectors.stream()
        .mapToInt(inspector -> {
          Set<String> tags = new HashSet<>(inspector.tags());
          int mask = 0;
          for (int s = 0; s < slots.size(); s++) {
            mask |= tags.containsAll(slots.get(s)) ? 1 << s : 0;
          }
          return mask;
        })
        .toArray();
  }

  private void recuse(List<String> ids, List<RecusalEntry> recusals) {
    Map<String, Integer> subjects = positions(selected);
    Map<String, Integer> people = positions(ids);
    for (RecusalEntry recusal : recusals) {
      if (subjects.containsKey(recusal.subject()) && people.containsKey(recusal.inspector())) {
        seating.recuse(subjects.get(recusal.subject()), people.get(recusal.inspector()));
      }
    }
  }

  private static Map<String, Integer> positions(List<String> ids) {
    Map<String, Integer> positions = new HashMap<>();
    ids.forEach(id -> positions.put(id, positions.size()));
    return positions;
  }

  /** Teams with their proof, or what is lacking. */
  sealed interface Outcome {
    record Teams(List<DrawResult.Team> teams, Map<String, Object> certificate) implements Outcome {}

    record Lacking(DrawResult.Infeasible infeasible) implements Outcome {}
  }

  Outcome draw() {
    int missing = 0;
    for (int t = 0; t < seating.subjects(); t++) {
      progress.at(seating.subjects() + (long) t * seating.slots(), steps);
      for (int s = 0; s < seating.slots(); s++) {
        seating.open(t, s);
        if (search.findPath(t, s)) {
          search.raisePrices();
          takeSeats(t);
        } else {
          seating.close(t, s);
          missing++;
        }
      }
    }
    return missing == 0
        ? new Outcome.Teams(
            teams(), new TeamCertificate(selected, inspectors, seating, prices).json())
        : new Outcome.Lacking(new CutOff(selected, seating, this::hasRoom).lacking(missing));
  }

  private boolean hasRoom(int i) {
    return exchanges.held(i) < cap[i];
  }

  private List<DrawResult.Team> teams() {
    List<DrawResult.Team> teams = new ArrayList<>();
    for (int t = 0; t < selected.size(); t++) {
      teams.add(
          new DrawResult.Team(
              selected.get(t),
              Arrays.stream(seating.team(t))
                  .sorted()
                  .mapToObj(i -> inspectors.get(i).id())
                  .toList()));
    }
    return teams;
  }

  /** Everybody along the path takes the next seat, until the free one is taken. */
  private void takeSeats(int freeSeatOf) {
    Map<Integer, int[]> before = new HashMap<>();
    List<int[]> coming = new ArrayList<>();
    int mover = search.mover;
    while (search.takesFrom[mover] != NOBODY) {
      int leaver = search.takesFrom[mover];
      int t = exchanges.where(leaver, mover);
      before.putIfAbsent(t, seating.team(t));
      seating.leave(t, leaver);
      coming.add(new int[] {t, mover});
      mover = leaver;
    }
    before.putIfAbsent(freeSeatOf, seating.team(freeSeatOf));
    coming.add(new int[] {freeSeatOf, mover});
    coming.forEach(one -> seating.come(one[0], one[1]));
    before.keySet().forEach(seating::settle);
    exchanges.changed(before);
  }

  /** Dijkstra from a free seat backwards to the first inspector with room. */
  private final class Search {
    private final long[] load = new long[cap.length];
    private final long[] lot = new long[cap.length];
    private final int[] steps = new int[cap.length];
    private final boolean[] reached = new boolean[cap.length];
    private final boolean[] settled = new boolean[cap.length];

    /** Whose seat she takes; {@code NOBODY} for the free one. */
    private final int[] takesFrom = new int[cap.length];

    private int mover;
    private long endLoad;
    private long endLot;
    private int endSteps;

    private boolean findPath(int t, int s) {
      mover = NOBODY;
      Arrays.fill(settled, false);
      Arrays.fill(reached, false);
      for (int i = 0; i < cap.length; i++) {
        if (seating.mayCome(i, t, s)) {
          reach(i, prices.load(i), prices.lot(i) + seating.lot(t, i), 0, NOBODY);
        }
      }
      int next = nearest();
      while (next != NOBODY && (mover == NOBODY || isBefore(next, endLoad, endLot, endSteps))) {
        settled[next] = true;
        enter(next);
        takeOver(next);
        next = nearest();
      }
      return mover != NOBODY;
    }

    private int nearest() {
      int nearest = NOBODY;
      for (int i = 0; i < cap.length; i++) {
        if (reached[i]
            && !settled[i]
            && (nearest == NOBODY || isBefore(i, load[nearest], lot[nearest], steps[nearest]))) {
          nearest = i;
        }
      }
      return nearest;
    }

    private boolean isBefore(int i, long otherLoad, long otherLot, int otherSteps) {
      return isBefore(load[i], lot[i], steps[i], otherLoad, otherLot, otherSteps);
    }

    private static boolean isBefore(
        long load, long lot, int steps, long otherLoad, long otherLot, int otherSteps) {
      return load != otherLoad
          ? load < otherLoad
          : lot != otherLot ? lot < otherLot : steps < otherSteps;
    }

    /** She serves one more team. */
    private void enter(int i) {
      if (hasRoom(i)) {
        long marginal = 2L * (inspectors.get(i).load() + exchanges.held(i)) + 1;
        long throughLoad = load[i] + marginal - prices.load(i);
        long throughLot = lot[i] - prices.lot(i);
        if (mover == NOBODY
            || isBefore(throughLoad, throughLot, steps[i], endLoad, endLot, endSteps)) {
          mover = i;
          endLoad = throughLoad;
          endLot = throughLot;
          endSteps = steps[i];
        }
      }
    }

    /** Or she leaves a seat to somebody else. */
    private void takeOver(int leaves) {
      long baseLoad = load[leaves] - prices.load(leaves);
      long baseLot = lot[leaves] - prices.lot(leaves);
      for (int comes = 0; comes < cap.length; comes++) {
        if (!settled[comes] && exchanges.where(leaves, comes) != NOBODY) {
          reach(
              comes,
              baseLoad + prices.load(comes),
              baseLot + exchanges.cost(leaves, comes) + prices.lot(comes),
              steps[leaves] + 1,
              leaves);
        }
      }
    }

    private void reach(int i, long throughLoad, long throughLot, int throughSteps, int from) {
      if (!reached[i]
          || isBefore(throughLoad, throughLot, throughSteps, load[i], lot[i], steps[i])) {
        reached[i] = true;
        load[i] = throughLoad;
        lot[i] = throughLot;
        steps[i] = throughSteps;
        takesFrom[i] = from;
      }
    }

    /** Who is nearer to the seat than its end rises by the difference. */
    private void raisePrices() {
      for (int i = 0; i < cap.length; i++) {
        if (settled[i]) {
          prices.raise(i, endLoad - load[i], endLot - lot[i]);
        }
      }
    }
  }
}
