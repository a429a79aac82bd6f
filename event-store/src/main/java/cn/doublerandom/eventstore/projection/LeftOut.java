package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a read model does not show.
 *
 * @param parked streams, each with the seq of the first event that is not applied
 * @param skipped seqs of events that were given up
 */
record LeftOut(Map<String, Long> parked, Set<Long> skipped) {
  LeftOut {
    parked = Map.copyOf(parked);
    skipped = Set.copyOf(skipped);
  }

  boolean has(LedgerEntry entry) {
    return skipped.contains(entry.seq())
        || entry.seq() >= parked.getOrDefault(entry.event().stream(), Long.MAX_VALUE);
  }

  LeftOut and(LedgerEntry entry) {
    Map<String, Long> more = new HashMap<>(parked);
    more.putIfAbsent(entry.event().stream(), entry.seq());
    return new LeftOut(more, skipped);
  }
}
