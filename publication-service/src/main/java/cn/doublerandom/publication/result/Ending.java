package cn.doublerandom.publication.result;

import java.time.LocalDate;

/**
 * What everybody reads instead of a result whose publication is over.
 *
 * @param on first day on which its content is not public
 * @param contentHash SHA-256 of what stood on {@code publication.results.v1}, 64 lowercase hex
 *     digits
 * @param version how often it had been made public, from 1
 */
public record Ending(Cause cause, LocalDate on, String contentHash, int version) {
  /** Why it is over. */
  public enum Cause {
    /** 公示期满. */
    PERIOD_OVER,
    /** 信用修复: the firm asked for it and two people agreed. */
    REPAIRED
  }
}
