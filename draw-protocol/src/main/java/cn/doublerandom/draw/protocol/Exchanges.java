package cn.doublerandom.draw.protocol;

import static cn.doublerandom.draw.protocol.Seating.NOBODY;

import java.util.Arrays;
import java.util.Map;

/**
 * For each two inspectors the cheapest subject at which the second can take over from the first.
 *
 * <p>A draw of ten thousand visits asks this forty thousand times for each seat, and changes few
 * teams in between: so the answers are kept, and only those a changed team can touch are made anew.
 */
final class Exchanges {
  private static final int FEW = 8;

  private final Seating seating;
  private final int[][] subjects; // of each inspector, the first count[i] of them
  private final int[] count;
  private final int[][] where; // [leaves][comes], NOBODY where there is none
  private final long[][] cost;

  Exchanges(Seating seating) {
    int n = seating.inspectors();
    this.seating = seating;
    this.subjects = new int[n][FEW];
    this.count = new int[n];
    this.where = new int[n][n];
    this.cost = new long[n][n];
    for (int[] row : where) {
      Arrays.fill(row, NOBODY);
    }
  }

  /** Teams held. */
  int held(int i) {
    return count[i];
  }

  /** The subject where it costs least that one leaves and the other comes, or {@code NOBODY}. */
  int where(int leaves, int comes) {
    return where[leaves][comes];
  }

  /** By how many lots the draw gets dearer by it; may be negative. */
  long cost(int leaves, int comes) {
    return cost[leaves][comes];
  }

  /**
   * Teams are others now.
   *
   * @param before who sat on their seats
   */
  void changed(Map<Integer, int[]> before) {
    before.forEach(this::count);
    before.forEach((t, team) -> {
      for (int member : team) {
        if (member != NOBODY) {
          findAnew(member, t);
        }
      }
    });
    before.keySet().forEach(this::offer);
  }

  private void count(int t, int[] before) {
    int[] now = seating.team(t);
    for (int member : before) {
      if (member != NOBODY && !contains(now, member)) {
        drop(member, t);
      }
    }
    for (int member : now) {
      if (member != NOBODY && !contains(before, member)) {
        add(member, t);
      }
    }
  }

  private static boolean contains(int[] team, int member) {
    for (int one : team) {
      if (one == member) {
        return true;
      }
    }
    return false;
  }

  private void drop(int i, int t) {
    int at = 0;
    while (subjects[i][at] != t) {
      at++;
    }
    subjects[i][at] = subjects[i][--count[i]];
  }

  private void add(int i, int t) {
    if (count[i] == subjects[i].length) {
      subjects[i] = Arrays.copyOf(subjects[i], 2 * count[i]);
    }
    subjects[i][count[i]++] = t;
  }

  /** Every answer that was this subject may be another one. */
  private void findAnew(int leaves, int t) {
    for (int comes = 0; comes < where.length; comes++) {
      if (where[leaves][comes] == t) {
        where[leaves][comes] = NOBODY;
        for (int at = 0; at < count[leaves]; at++) {
          int other = subjects[leaves][at];
          consider(leaves, comes, other, seating.slotOf(leaves, other));
        }
      }
    }
  }

  private void offer(int t) {
    for (int s = 0; s < seating.slots(); s++) {
      int leaves = seating.holder(t, s);
      for (int comes = 0; leaves != NOBODY && comes < where.length; comes++) {
        consider(leaves, comes, t, s);
      }
    }
  }

  private void consider(int leaves, int comes, int t, int s) {
    if (seating.mayCome(comes, t, s)) {
      long dearer = seating.lot(t, comes) - seating.lot(t, leaves);
      if (where[leaves][comes] == NOBODY || dearer < cost[leaves][comes]) {
        where[leaves][comes] = t;
        cost[leaves][comes] = dearer;
      }
    }
  }
}
