package cn.doublerandom.draw.protocol;

import static cn.doublerandom.draw.protocol.Seating.NOBODY;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The lottery among equals (protocol §7): of all most even workloads the one whose lots are least.
 *
 * <p>Every subject first takes its cheapest team, whoever serves too much by it. Then one visit
 * after the other passes on, by the cheapest chain of exchanges, to somebody who serves too little:
 * successive shortest paths over inspectors (Edmonds and Karp 1972), of which there are few, begun
 * from prices under which all teams are right but the workloads. Four visits of five stay where the
 * lots put them. A subject's inspectors stand by their lots, and neither who comes behind the
 * nearest end nor a team known to have nobody nearer is looked at again (Karp, An algorithm to
 * solve the m × n assignment problem in expected time O(mn log n), 1980).
 *
 * <p>Equals are inspectors of the same price in load: only they can relieve each other, because
 * under these prices every team is as cheap in load as can be. Invariant: every step k → i costs
 * lot(i) − lot(k) + price(i) − price(k) ≥ 0 at every subject. Of chains as cheap as each other one
 * with fewest steps is taken; then all its exchanges together are possible (matroid intersection;
 * Frank 1981).
 */
final class LotteryAmongEquals {
  /** Farther than any chain: that passes 2^12 inspectors once, by lots of 48 bits. */
  private static final long FAR = 1L << 62;

  /** Seldom is the next chain so many times dearer than the last. */
  private static final long LIKELY = 4;

  private static final long WIDER = 64;

  private final Seating seating;
  private final EvenWorkload workload;
  private final Lots lots;
  private final Prices prices;
  private final int[] limit;
  private final Nearest nearest;
  private final Relays relays;

  /** Of each seat, what it costs at least that somebody comes to it, while its team is the same. */
  private final long[][] least;

  /** Whom no chain leads from to anybody who is due a visit; nor does one later. */
  private final boolean[] isCutOff;

  private boolean isOneMoreOpen;
  private long horizon = 1;
  private int end;
  private long endCost;
  private int endSteps;
  private long cheapest;

  /**
   * Before the lots decide.
   *
   * @param seating with nobody in it
   * @param workload that is as even as can be
   */
  LotteryAmongEquals(Seating seating, EvenWorkload workload, Lots lots, Prices prices) {
    int inspectors = seating.inspectors();
    this.seating = seating;
    this.workload = workload;
    this.lots = lots;
    this.prices = prices;
    this.limit = new int[inspectors];
    this.isCutOff = new boolean[inspectors];
    this.nearest = new Nearest(inspectors);
    this.relays = new Relays(inspectors);
    this.least = new long[seating.subjects()][seating.slots()];
    for (int i = 0; i < inspectors; i++) {
      limit[i] = workload.due(i);
    }
    forgetAll();
  }

  private void forgetAll() {
    for (int t = 0; t < least.length; t++) {
      forget(t);
    }
  }

  private void forget(int t) {
    Arrays.fill(least[t], -FAR);
  }

  /** Every seat goes to the cheapest of those who may take it, one after the other. */
  void seatCheapest(int t) {
    for (int s = 0; s < seating.slots(); s++) {
      seating.open(t, s);
      int cheapestComer = NOBODY;
      for (long entry : lots.of(t)) {
        int i = Lots.inspector(entry);
        if ((cheapestComer == NOBODY || prices.load(i) < prices.load(cheapestComer))
            && seating.mayCome(i, t, s)) {
          cheapestComer = i;
        }
      }
      seating.exchange(List.of(new Seating.Exchange(t, NOBODY, cheapestComer)));
    }
  }

  /** How many visits are with somebody who serves too much. */
  int tooMany() {
    int tooMany = 0;
    for (int i = 0; i < limit.length; i++) {
      tooMany += Math.max(0, seating.held(i) - limit[i]);
    }
    return tooMany;
  }

  /**
   * Passes on what is too much: first to whom a visit is due, then to who serves one more.
   *
   * @param progress told of each visit when it has passed on
   */
  void passOn(IntConsumer progress) {
    int passed = passOn(0, progress);
    openOneMore();
    passOn(passed, progress);
    if (tooMany() > 0) {
      throw new IllegalStateException("%d visits find nobody".formatted(tooMany()));
    }
  }

  private int passOn(int before, IntConsumer progress) {
    int passed = before;
    for (int i = 0; i < limit.length; i++) {
      while (seating.held(i) > limit[i] && passesOneOn(i)) {
        progress.accept(++passed);
      }
    }
    return passed;
  }

  /** As each has what is due, nobody's price but that of one more has to be nothing. */
  private void openOneMore() {
    isOneMoreOpen = true;
    Arrays.fill(isCutOff, false);
    Map<Long, Long> highest = new HashMap<>();
    for (int i = 0; i < limit.length; i++) {
      if (workload.mayServeOneMore(i)) {
        highest.merge(prices.load(i), prices.lot(i), Math::max);
      }
    }
    for (int i = 0; i < limit.length; i++) {
      prices.moveLot(i, -highest.getOrDefault(prices.load(i), 0L));
    }
    forgetAll();
  }

  private boolean passesOneOn(int from) {
    if (isCutOff[from] || !isAnybodyThere(from)) {
      return false;
    }
    while (!isFound(from)) {
      if (horizon == FAR) {
        nearest.eachSettled(i -> isCutOff[i] = true);
        return false;
      }
      horizon = horizon < FAR / WIDER ? WIDER * horizon : FAR;
    }
    horizon = endCost < FAR / LIKELY ? Math.max(1, LIKELY * endCost) : FAR;
    nearest.eachSettled(i -> prices.moveLot(i, endCost - nearest.cost(i)));
    limit[end] += seating.held(end) < limit[end] ? 0 : 1;
    List<Seating.Exchange> chain = relays.to(end);
    seating.exchange(chain);
    chain.forEach(one -> forget(one.subject()));
    return true;
  }

  private boolean isAnybodyThere(int from) {
    boolean isAnybodyThere = false;
    cheapest = FAR;
    for (int i = 0; i < limit.length; i++) {
      if (areEqual(i, from)) {
        cheapest = Math.min(cheapest, prices.lot(i));
        isAnybodyThere |= isDue(i) || mayServeOneMore(i);
      }
    }
    return isAnybodyThere;
  }

  private boolean areEqual(int one, int other) {
    return prices.load(one) == prices.load(other);
  }

  private boolean isDue(int i) {
    return seating.held(i) < limit[i];
  }

  private boolean mayServeOneMore(int i) {
    return isOneMoreOpen && limit[i] == workload.due(i) && workload.mayServeOneMore(i);
  }

  /** Dijkstra from who serves too much to the nearest end, if there is one within the horizon. */
  private boolean isFound(int from) {
    end = NOBODY;
    endCost = horizon;
    endSteps = Integer.MAX_VALUE;
    nearest.clear();
    nearest.reach(from, 0, 0);
    relays.begin(from);
    enter(from);
    while (!nearest.isEmpty() && nearest.isBefore(endCost, endSteps)) {
      relieve(nearest.settle());
    }
    return end != NOBODY;
  }

  /** She serves one more team, because it is due, or because it is as even and pays. */
  private void enter(int i) {
    if (isDue(i) || mayServeOneMore(i)) {
      long cost = nearest.cost(i) - (isDue(i) ? 0 : prices.lot(i));
      if (cost < endCost || (cost == endCost && nearest.steps(i) < endSteps)) {
        end = i;
        endCost = cost;
        endSteps = nearest.steps(i);
      }
    }
  }

  /** Or she leaves a seat to an equal. */
  private void relieve(int leaves) {
    long base = nearest.cost(leaves) - prices.lot(leaves);
    for (int at = 0; at < seating.held(leaves); at++) {
      int t = seating.subject(leaves, at);
      int s = seating.slotOf(leaves, t);
      if (base + least[t][s] <= endCost) {
        least[t][s] = relieve(leaves, t, s, base);
      }
    }
  }

  private long relieve(int leaves, int t, int s, long base) {
    long own = lots.lot(t, leaves);
    long cheapestComer = FAR;
    for (long entry : lots.of(t)) {
      int comes = Lots.inspector(entry);
      long dearer = Lots.lot(entry) - own;
      if (base + dearer + cheapest > endCost) {
        return Math.min(cheapestComer, dearer + cheapest);
      }
      if (areEqual(leaves, comes) && seating.mayCome(comes, t, s)) {
        cheapestComer = Math.min(cheapestComer, dearer + prices.lot(comes));
        reach(comes, base + dearer + prices.lot(comes), t, leaves);
      }
    }
    return cheapestComer;
  }

  private void reach(int comes, long cost, int t, int leaves) {
    if (cost <= endCost && nearest.reach(comes, cost, nearest.steps(leaves) + 1)) {
      relays.reach(comes, t, leaves);
      enter(comes);
    }
  }
}
