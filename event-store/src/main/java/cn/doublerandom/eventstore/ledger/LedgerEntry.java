package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.decider.StreamKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event with its place in the order everyone sees.
 *
 * @param seq from 1 without gaps
 * @param chain hash of everything up to here, 64 hex digits
 */
public record LedgerEntry(long seq, String chain, StoredEvent event) {
  /** The same under the name its stream has within a scope. */
  public LedgerEntry named(String name) {
    return new LedgerEntry(seq, chain, event.named(name));
  }

  /** The last version each stream reaches in the entries. */
  public static Map<String, Long> lastVersions(List<LedgerEntry> entries) {
    Map<String, Long> versions = new LinkedHashMap<>();
    entries.forEach(entry -> versions.put(entry.event().stream(), entry.event().version()));
    return versions;
  }

  /** The last version each stream of one kind reaches in the entries. */
  public static Map<String, Long> lastVersions(List<LedgerEntry> entries, StreamKind kind) {
    Map<String, Long> versions = lastVersions(entries);
    versions.keySet().removeIf(stream -> !kind.has(stream));
    return versions;
  }
}
