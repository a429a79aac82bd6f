package cn.doublerandom.eventstore.checkpoint;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * What the ledger was at one moment, signed.
 *
 * @param size entries
 * @param root RFC 6962 tree hash, 64 hex digits
 * @param note the signed note (c2sp.org/tlog-checkpoint), without cosignatures
 */
public record Checkpoint(long size, String root, String note, Instant sealedAt) {
  /** The text that is signed: origin, size and root, then the lines of the heads, a line each. */
  static String text(String origin, long size, byte[] root, List<String> heads) {
    var text = new StringBuilder(origin).append('\n').append(size).append('\n');
    text.append(Base64.getEncoder().encodeToString(root)).append('\n');
    heads.forEach(head -> text.append(head).append('\n'));
    return text.toString();
  }
}
