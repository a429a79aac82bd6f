package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Folds the ledger into tables of documents. The same entries give the same documents, whether they
 * come one by one as they happen or in thousands years later.
 */
public interface Projection {
  /** Stable: lower-case letters and underscores, at most 30. */
  String name();

  /** Raised whenever the fold changes; the tables are then rebuilt beside the live ones. */
  default int version() {
    return 1;
  }

  /** Every table the fold writes; each has {@code id TEXT PRIMARY KEY, body TEXT}. */
  List<String> tables();

  /**
   * Applies entries in the order of the ledger, reading and writing through the views alone.
   *
   * @param entries at least one
   */
  Uni<Void> apply(List<LedgerEntry> entries, Views views);
}
