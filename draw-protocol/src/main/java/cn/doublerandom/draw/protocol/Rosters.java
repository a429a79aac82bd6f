package cn.doublerandom.draw.protocol;

import java.util.Arrays;

/** The subjects each inspector serves, in no order. */
final class Rosters {
  private static final int FEW = 8;

  private final int[][] subjects; // of each inspector, the first held[i] of them
  private final int[] held;

  Rosters(int inspectors) {
    this.subjects = new int[inspectors][FEW];
    this.held = new int[inspectors];
  }

  int held(int i) {
    return held[i];
  }

  int subject(int i, int at) {
    return subjects[i][at];
  }

  void add(int i, int t) {
    if (held[i] == subjects[i].length) {
      subjects[i] = Arrays.copyOf(subjects[i], 2 * held[i]);
    }
    subjects[i][held[i]++] = t;
  }

  void drop(int i, int t) {
    int at = 0;
    while (subjects[i][at] != t) {
      at++;
    }
    subjects[i][at] = subjects[i][--held[i]];
  }
}
