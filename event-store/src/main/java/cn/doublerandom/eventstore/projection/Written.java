package cn.doublerandom.eventstore.projection;

import java.util.BitSet;

/**
 * Which documents may have been written since the tables were empty: a Bloom filter (Bloom 1970) of
 * fixed size. It never denies what was written, so a document it denies need not be looked for.
 */
final class Written {
  private static final int BITS =
      1 << 25; // 4 MiB; about 1 % wrong guesses at two million documents
  private static final int PROBES = 3;

  private final BitSet bits = new BitSet(BITS);

  void add(String table, String id) {
    long hash = hash(table, id);
    for (int probe = 0; probe < PROBES; probe++) {
      bits.set(bit(hash, probe));
    }
  }

  boolean mayHold(String table, String id) {
    long hash = hash(table, id);
    for (int probe = 0; probe < PROBES; probe++) {
      if (!bits.get(bit(hash, probe))) {
        return false;
      }
    }
    return true;
  }

  /** FNV-1a over both, then mixed so that every probe has bits of its own. */
  private static long hash(String table, String id) {
    long hash = 0xcbf29ce484222325L;
    for (String part : new String[] {table, id}) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
      }
    }
    hash ^= hash >>> 33;
    hash *= 0xff51afd7ed558ccdL;
    return hash ^ (hash >>> 29);
  }

  private static int bit(long hash, int probe) {
    return (int) ((hash >>> (probe * 19)) & (BITS - 1));
  }
}
