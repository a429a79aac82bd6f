package cn.doublerandom.draw.protocol;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Who sits where: each selected subject has one seat for each slot, each seat at most one holder.
 *
 * <p>A newcomer need not fit the seat that is free: members of the team may move over to make room.
 * Which seats she may enter by, so that in the end a given seat is filled, is its {@link #ways}.
 */
final class Seating {
  static final int NOBODY = -1;

  private final int slots;
  private final int[] fits; // [inspector], a bit for each slot
  private final BitSet[] recused; // [subject]
  private final Rosters rosters;
  private final int[][] holder;
  private final int[][] ways;
  private final int[] open; // [subject], a bit for each seat that is to be filled
  private int untried;

  /**
   * An empty house.
   *
   * @param fits of each inspector, one bit for each slot whose tags she holds
   */
  Seating(int subjects, int slots, int[] fits) {
    this(slots, fits, new BitSet[subjects]);
    for (int t = 0; t < subjects; t++) {
      recused[t] = new BitSet();
    }
  }

  private Seating(int slots, int[] fits, BitSet[] recused) {
    this.slots = slots;
    this.fits = fits;
    this.recused = recused;
    this.rosters = new Rosters(fits.length);
    this.holder = new int[recused.length][slots];
    this.ways = new int[recused.length][slots];
    this.open = new int[recused.length];
    for (int t = 0; t < recused.length; t++) {
      Arrays.fill(holder[t], NOBODY);
      findWays(t);
    }
  }

  /** The same house with nobody in it. */
  Seating emptied() {
    return new Seating(slots, fits, recused);
  }

  int subjects() {
    return recused.length;
  }

  int slots() {
    return slots;
  }

  int inspectors() {
    return fits.length;
  }

  void recuse(int t, int i) {
    recused[t].set(i);
  }

  /** How many subjects she serves. */
  int held(int i) {
    return rosters.held(i);
  }

  /** One of the subjects she serves. */
  int subject(int i, int at) {
    return rosters.subject(i, at);
  }

  /** The slots whose tags she holds, a bit for each. */
  int fits(int i) {
    return fits[i];
  }

  int holder(int t, int s) {
    return holder[t][s];
  }

  int[] team(int t) {
    return holder[t].clone();
  }

  boolean fits(int i, int s) {
    return (fits[i] & bit(s)) != 0;
  }

  boolean isOn(int i, int t) {
    return slotOf(i, t) != NOBODY;
  }

  int slotOf(int i, int t) {
    int[] team = holder[t];
    for (int s = 0; s < team.length; s++) {
      if (team[s] == i) {
        return s;
      }
    }
    return NOBODY;
  }

  /** The slots by which one may join so that this seat is filled in the end, a bit for each. */
  int ways(int t, int s) {
    return ways[t][s];
  }

  /** Whether she may join so that this seat is filled, or left by its holder, in the end. */
  boolean mayCome(int i, int t, int s) {
    return (fits[i] & ways[t][s]) != 0 && isStranger(i, t);
  }

  /** Whether she is neither recused from it nor on its team. */
  boolean isStranger(int i, int t) {
    return !recused[t].get(i) && !isOn(i, t);
  }

  /** Whether she may sit on one of the subject's seats at all. */
  boolean isAllowed(int i, int t) {
    return fits[i] != 0 && !recused[t].get(i);
  }

  void open(int t, int s) {
    open[t] |= bit(s);
  }

  void close(int t, int s) {
    open[t] &= ~bit(s);
  }

  /**
   * One comes to a subject for another.
   *
   * @param leaves {@code NOBODY} where a seat is free
   */
  record Exchange(int subject, int leaves, int comes) {}

  /**
   * Exchanges that belong together: all leave before any comes.
   *
   * @throws IllegalStateException if somebody finds no seat, which never happens along a shortest
   *     path with fewest steps (Frank's weighted matroid intersection, 1981)
   */
  void exchange(List<Exchange> exchanges) {
    for (Exchange one : exchanges) {
      if (one.leaves != NOBODY) {
        holder[one.subject][slotOf(one.leaves, one.subject)] = NOBODY;
        rosters.drop(one.leaves, one.subject);
      }
    }
    exchanges.forEach(one -> come(one.subject, one.comes));
    exchanges.forEach(one -> findWays(one.subject));
  }

  private void come(int t, int i) {
    untried = open[t];
    if (!sit(t, i)) {
      throw new IllegalStateException("no seat of subject %d for inspector %d".formatted(t, i));
    }
    rosters.add(i, t);
  }

  /** Kuhn's augmenting path over at most sixteen seats. */
  private boolean sit(int t, int i) {
    for (int s = 0; s < slots; s++) {
      if ((untried & fits[i] & bit(s)) != 0) {
        untried &= ~bit(s);
        if (holder[t][s] == NOBODY || sit(t, holder[t][s])) {
          holder[t][s] = i;
          return true;
        }
      }
    }
    return false;
  }

  private void findWays(int t) {
    for (int s = 0; s < slots; s++) {
      int found = bit(s);
      for (int before = 0; found != before; ) {
        before = found;
        for (int other = 0; other < slots; other++) {
          int member = holder[t][other];
          if (member != NOBODY && (fits[member] & found) != 0) {
            found |= bit(other);
          }
        }
      }
      ways[t][s] = found;
    }
  }

  private static int bit(int s) {
    return 1 << s;
  }
}
