package cn.doublerandom.draw.protocol;

import java.util.Arrays;

/**
 * The lots of the teams (protocol §7): for each subject its inspectors, least lot first.
 *
 * <p>A lot of 48 bits leaves room for who drew it, so that one number says both: ten thousand
 * subjects and two thousand inspectors are 160 MB, read from the front of each row.
 */
final class Lots {
  private static final int INSPECTOR_BITS = 12;
  private static final int INSPECTOR_MASK = (1 << INSPECTOR_BITS) - 1;

  private final long[][] rows;

  Lots(int subjects) {
    this.rows = new long[subjects][];
  }

  /**
   * Takes the lots of one subject.
   *
   * @param drawn of every inspector, 48 bits
   */
  void take(int t, long[] drawn, Seating seating) {
    long[] row = new long[drawn.length];
    int allowed = 0;
    for (int i = 0; i < drawn.length; i++) {
      if (seating.isAllowed(i, t)) {
        row[allowed++] = drawn[i] << INSPECTOR_BITS | i;
      }
    }
    rows[t] = allowed < row.length ? Arrays.copyOf(row, allowed) : row;
    Arrays.sort(rows[t]);
  }

  /** Who may serve a subject, by ascending lot; to be read and not written. */
  long[] of(int t) {
    return rows[t];
  }

  /** Of an entry, who drew it. */
  static int inspector(long entry) {
    return (int) (entry & INSPECTOR_MASK);
  }

  /** Of an entry, what was drawn. */
  static long lot(long entry) {
    return entry >>> INSPECTOR_BITS;
  }

  /** The lot of one who may serve it; found soon where it is small. */
  long lot(int t, int i) {
    for (long entry : rows[t]) {
      if (inspector(entry) == i) {
        return lot(entry);
      }
    }
    throw new IllegalArgumentException("inspector %d drew no lot of subject %d".formatted(i, t));
  }
}
