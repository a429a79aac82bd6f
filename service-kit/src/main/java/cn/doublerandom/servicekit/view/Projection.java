package cn.doublerandom.servicekit.view;

import cn.doublerandom.eventstore.ledger.LedgerEntry;
import io.smallrye.mutiny.Uni;

/** Fills a read model, one event after the other in the order of the ledger. */
public interface Projection {
  /** Stable; the checkpoint is kept under it. */
  String name();

  /** Applies one event within the transaction of the checkpoint. */
  Uni<Void> apply(LedgerEntry entry);
}
