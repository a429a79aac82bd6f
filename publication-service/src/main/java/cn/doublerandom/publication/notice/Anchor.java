package cn.doublerandom.publication.notice;

import java.time.Instant;

/**
 * 检查点: what another service's ledger was at one moment.
 *
 * @param size entries
 * @param root 64 hex digits
 * @param note the signed checkpoint with its cosignatures
 */
public record Anchor(String service, long size, String root, String note, Instant sealedAt)
    implements Noted {
  /** Sorts by service, then size. */
  public String id() {
    return "%s-%012d".formatted(service, size);
  }
}
