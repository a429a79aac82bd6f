package cn.doublerandom.eventstore.checkpoint;

import java.time.Instant;
import java.util.Base64;

/**
 * What the ledger was at one moment, signed.
 *
 * @param size entries
 * @param root RFC 6962 tree hash, 64 hex digits
 * @param note the signed note (c2sp.org/tlog-checkpoint), without cosignatures
 */
public record Checkpoint(long size, String root, String note, Instant sealedAt) {
  /** The text that is signed: origin, size and root, a line each. */
  static String text(String origin, long size, byte[] root) {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }
}
