/**
 * Tamper evidence: the ledger as an RFC 6962 Merkle tree in tiles, signed checkpoints, proofs, and
 * outside witnesses who remember what they have seen (c2sp.org: tlog-tiles, tlog-checkpoint,
 * tlog-witness).
 */
@NullMarked
package cn.doublerandom.eventstore.checkpoint;

import org.jspecify.annotations.NullMarked;
