package cn.doublerandom.servicekit.table;

import cn.doublerandom.eventstore.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * In which row a key was first seen, in twelve bytes a key: millions of rows fit beside the rest.
 * Keys are told apart by 64 bits of their SHA-256; that two of five million share them has a
 * probability below 10⁻⁶.
 */
final class SeenKeys {
  private static final double MAX_LOAD = 0.6;

  private long[] prints = new long[1 << 10];
  private int[] rows = new int[1 << 10];
  private int count;

  /** Notes the key; the row that had it before, or 0. */
  int first(String key, int row) {
    if (count > MAX_LOAD * prints.length) {
      grow();
    }
    long print = print(key);
    int slot = slot(print);
    if (rows[slot] != 0) {
      return rows[slot];
    }
    prints[slot] = print;
    rows[slot] = row;
    count++;
    return 0;
  }

  private static long print(String key) {
    return ByteBuffer.wrap(Sha256.bytes(key.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private int slot(long print) {
    int mask = prints.length - 1;
    int slot = (int) print & mask;
    while (rows[slot] != 0 && prints[slot] != print) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldPrints = prints;
    int[] oldRows = rows;
    prints = Arrays.copyOf(new long[0], 2 * oldPrints.length);
    rows = Arrays.copyOf(new int[0], 2 * oldRows.length);
    for (int i = 0; i < oldRows.length; i++) {
      if (oldRows[i] != 0) {
        int slot = slot(oldPrints[i]);
        prints[slot] = oldPrints[i];
        rows[slot] = oldRows[i];
      }
    }
  }
}
