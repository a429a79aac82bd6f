package cn.doublerandom.draw.protocol;

import java.util.Arrays;

/**
 * Who sits where: each selected subject has one seat for each slot, each seat at most one holder.
 *
 * <p>A newcomer need not fit the seat that is free: members of the team may move over to make room.
 * Which seats she may enter by, so that in the end a given seat is filled, is its {@link #ways}.
 */
final class Seating {
  static final int NOBODY = -1;

  /** Instead of a lot, where the inspector is recused from the subject. */
  private static final long RECUSED = -1;

  private final int slots;
  private final int[] fits; // [inspector], a bit for each slot
  private final long[][] lots; // [subject][inspector]
  private final int[][] holder;
  private final int[][] ways;
  private final int[] open; // [subject], a bit for each seat that is to be filled
  private int untried;

  /**
   * An empty house.
   *
   * @param fits of each inspector, one bit for each slot whose tags she holds
   * @param lots of each subject and inspector, 48 bits
   */
  Seating(int slots, int[] fits, long[][] lots) {
    this.slots = slots;
    this.fits = fits;
    this.lots = lots;
    this.holder = new int[lots.length][slots];
    this.ways = new int[lots.length][slots];
    this.open = new int[lots.length];
    for (int t = 0; t < lots.length; t++) {
      Arrays.fill(holder[t], NOBODY);
      findWays(t);
    }
  }

  int subjects() {
    return lots.length;
  }

  int slots() {
    return slots;
  }

  int inspectors() {
    return fits.length;
  }

  void recuse(int t, int i) {
    lots[t][i] = RECUSED;
  }

  long lot(int t, int i) {
    return lots[t][i];
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

  /** Whether she may join so that this seat is filled, or left by its holder, in the end. */
  boolean mayCome(int i, int t, int s) {
    return (fits[i] & ways[t][s]) != 0 && lots[t][i] != RECUSED && !isOn(i, t);
  }

  /** Whether she may sit on one of the subject's seats at all. */
  boolean isAllowed(int i, int t) {
    return fits[i] != 0 && lots[t][i] != RECUSED;
  }

  void open(int t, int s) {
    open[t] |= bit(s);
  }

  void close(int t, int s) {
    open[t] &= ~bit(s);
  }

  /** One leaves, another comes; where several do in one exchange, all leave before any comes. */
  void leave(int t, int i) {
    holder[t][slotOf(i, t)] = NOBODY;
  }

  /**
   * She takes a seat, members moving over where need be.
   *
   * @throws IllegalStateException if there is none, which an exchange along a shortest path with
   *     fewest steps never meets (Frank's weighted matroid intersection, 1981)
   */
  void come(int t, int i) {
    untried = open[t];
    if (!sit(t, i)) {
      throw new IllegalStateException("no seat of subject %d for inspector %d".formatted(t, i));
    }
  }

  /** To be called when everybody of an exchange has left and come. */
  void settle(int t) {
    findWays(t);
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
