package cn.doublerandom.draw.protocol;

import static cn.doublerandom.draw.protocol.Seating.NOBODY;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The most even workload (protocol §7), before any lot is looked at: one seat after the other goes
 * to whoever serves least of all a chain of exchanges leads to (Harvey, Ladner, Lovász and Tamir,
 * Semi-matchings for bipartite graphs and load balancing, 2003).
 *
 * <p>Invariants: where k may be relieved by i, price(k) ≤ price(i); nobody's next team would cost
 * less than her price, nobody's last one more. So whoever is priced as high as the best end found
 * leads to no better one, and a search whose first answer is good enough looks no further. Seats
 * from which no chain ends are closed, and all whom it reached are forgotten: nothing that happens
 * later opens a way out of there.
 */
final class EvenWorkload {
  /** Inspectors who fit the same slots; the first {@code unreached} of them are not found yet. */
  private static final class Alike {
    private final int fits;
    private final int[] members;
    private int unreached;
    private int remembered;

    Alike(int fits, List<Integer> members) {
      this.fits = fits;
      this.members = members.stream().mapToInt(Integer::intValue).toArray();
      this.remembered = this.members.length;
    }

    private int reach(int at) {
      int i = members[at];
      members[at] = members[--unreached];
      members[unreached] = i;
      return i;
    }
  }

  private final Seating seating;
  private final Prices prices;
  private final int[] load;
  private final int[] cap;
  private final List<Alike> groups = new ArrayList<>();
  private final Relays relays;
  private final int[] reached;
  private int found;
  private int end;
  private long endLoad;

  EvenWorkload(Seating seating, Prices prices, List<InspectorEntry> inspectors) {
    this.seating = seating;
    this.prices = prices;
    this.load = inspectors.stream().mapToInt(InspectorEntry::load).toArray();
    this.cap = inspectors.stream().mapToInt(i -> Math.min(i.cap(), seating.subjects())).toArray();
    this.relays = new Relays(load.length);
    this.reached = new int[load.length];
    Map<Integer, List<Integer>> alike = new HashMap<>();
    IntStream.range(0, load.length)
        .forEach(i -> alike.computeIfAbsent(seating.fits(i), f -> new ArrayList<>()).add(i));
    alike.forEach((fits, members) -> groups.add(new Alike(fits, members)));
  }

  /**
   * Fills all seats that can be filled.
   *
   * @param progress told of each subject
   * @return how many cannot
   */
  int seatAll(IntConsumer progress) {
    int missing = 0;
    for (int t = 0; t < seating.subjects(); t++) {
      progress.accept(t);
      for (int s = 0; s < seating.slots(); s++) {
        missing += isSeated(t, s) ? 0 : 1;
      }
    }
    priceTheIdle();
    return missing;
  }

  /** Who serves nobody leaves no seat, so nothing keeps her cheaper than her first visit. */
  private void priceTheIdle() {
    for (int i = 0; i < load.length; i++) {
      if (seating.held(i) == 0) {
        prices.raiseLoad(i, Math.max(prices.load(i), marginal(i, 0)));
      }
    }
  }

  boolean hasRoom(int i) {
    return seating.held(i) < cap[i];
  }

  /** How many teams every most even workload gives her. */
  int due(int i) {
    long cheaper = Math.ceilDiv(prices.load(i) - 1 - 2L * load[i], 2);
    return Math.clamp(cheaper, 0, cap[i]);
  }

  /** Whether one more than is due would be as even. */
  boolean mayServeOneMore(int i) {
    int due = due(i);
    return due < cap[i] && marginal(i, due) == prices.load(i);
  }

  private long marginal(int i, int held) {
    return 2L * (load[i] + held) + 1;
  }

  private boolean isSeated(int t, int s) {
    found = 0;
    end = NOBODY;
    endLoad = Long.MAX_VALUE;
    groups.forEach(group -> group.unreached = group.remembered);
    offer(t, s, NOBODY);
    for (int at = 0; at < found; at++) {
      if (prices.load(reached[at]) < endLoad) {
        relieve(reached[at]);
      }
    }
    if (end == NOBODY) {
      groups.forEach(group -> group.remembered = group.unreached);
      return false;
    }
    raisePrices();
    seating.open(t, s);
    seating.exchange(relays.to(end));
    return true;
  }

  private void relieve(int leaves) {
    for (int at = 0; at < seating.held(leaves); at++) {
      int t = seating.subject(leaves, at);
      offer(t, seating.slotOf(leaves, t), leaves);
    }
  }

  private void offer(int t, int s, int leaves) {
    for (Alike group : groups) {
      if ((group.fits & seating.ways(t, s)) != 0) {
        for (int at = group.unreached - 1; at >= 0; at--) {
          if (seating.isStranger(group.members[at], t)) {
            reach(group.reach(at), t, leaves);
          }
        }
      }
    }
  }

  private void reach(int i, int t, int leaves) {
    reached[found++] = i;
    relays.reach(i, t, leaves);
    if (hasRoom(i) && marginal(i, seating.held(i)) < endLoad) {
      end = i;
      endLoad = marginal(i, seating.held(i));
    }
  }

  /** Nobody who leads to this end is cheaper than it. */
  private void raisePrices() {
    for (int at = 0; at < found; at++) {
      if (prices.load(reached[at]) < endLoad) {
        prices.raiseLoad(reached[at], endLoad);
      }
    }
  }
}
