package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.StoredEvent;

/**
 * An event with its place in the order everyone sees.
 *
 * @param seq from 1 without gaps
 * @param chain hash of everything up to here, 64 hex digits
 */
public record LedgerEntry(long seq, String chain, StoredEvent event) {}
