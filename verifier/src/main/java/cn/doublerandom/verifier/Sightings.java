package cn.doublerandom.verifier;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * When somebody outside first saw the ledger of draws at each size.
 *
 * @param isWatched whether the reader knows the key of anybody outside at all
 */
record Sightings(boolean isWatched, TreeMap<Long, Long> cosigned, Map<Long, String> roots) {
  Sightings(boolean isWatched) {
    this(isWatched, new TreeMap<>(), new HashMap<>());
  }

  void add(long size, byte[] root, OptionalLong at) {
    at.ifPresent(second -> {
      cosigned.put(size, second);
      roots.put(size, Hash.hex(root));
    });
  }

  /** The earliest second at which an entry was seen, whatever the checkpoint. */
  OptionalLong first(long seq) {
    return cosigned.tailMap(seq).values().stream().mapToLong(Long::longValue).min();
  }

  /** The second of the first checkpoint that contains an entry. */
  OptionalLong firstContaining(long seq) {
    Map.Entry<Long, Long> entry = cosigned.ceilingEntry(seq);
    return entry == null ? OptionalLong.empty() : OptionalLong.of(entry.getValue());
  }

  /** The second at which exactly this checkpoint was seen; empty where it was not. */
  OptionalLong of(long size, String root) {
    Long at = cosigned.get(size);
    return at == null || !root.equals(roots.get(size)) ? OptionalLong.empty() : OptionalLong.of(at);
  }
}
