package cn.doublerandom.contracts;

import java.time.Instant;

/**
 * A service's ledger was sealed: whoever keeps this record can show later that history was cut or
 * rewritten.
 *
 * @param service registry, draw, inspection or publication
 * @param size entries of the ledger
 * @param root RFC 6962 tree hash over the chain hashes, 64 hex digits
 * @param note the signed checkpoint with its cosignatures (c2sp.org/tlog-checkpoint)
 * @param sealedAt when it was signed
 */
public record CheckpointAnchored(
    String service, long size, String root, String note, Instant sealedAt)
    implements IntegrationEvent {}
