package cn.doublerandom.servicekit.table;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Counts the different names in XML as their bytes pass, in eight bytes a name. The multiplier is
 * drawn anew with each start, so that nobody can write names that look the same to it.
 */
final class XmlNames {
  private static final long MULTIPLIER = new SecureRandom().nextLong() | 1;
  private static final double MAX_LOAD = 0.5;

  private long[] seen = new long[512];
  private int count;
  private long print;

  void add(byte b) {
    print = (print ^ (b + 0x100)) * MULTIPLIER;
    print ^= print >>> 32;
  }

  /** The name, if one has begun, is over: how many different ones there were. */
  int end() {
    if (print == 0) {
      return count;
    }
    int slot = slot(seen, print);
    if (seen[slot] == 0) {
      seen[slot] = print;
      count++;
      if (count > MAX_LOAD * seen.length) {
        grow();
      }
    }
    print = 0;
    return count;
  }

  private static int slot(long[] table, long print) {
    int mask = table.length - 1;
    int slot = (int) print & mask;
    while (table[slot] != 0 && table[slot] != print) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] larger = new long[2 * seen.length];
    Arrays.stream(seen).filter(p -> p != 0).forEach(p -> larger[slot(larger, p)] = p);
    seen = larger;
  }
}
