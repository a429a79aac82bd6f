package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 通报的撤销: one supervisor asked for it, another decides (ADR 88). What is public stays as it is until
 * he agrees.
 *
 * <pre>
 * public ──asked──▶ waits ──another agrees──▶ withdrawn, to be read with its reason
 *                     └──another declines──▶ as before, and may be asked for again
 * </pre>
 *
 * @param notice as it is public
 * @param reason everybody reads it once it is withdrawn
 * @param declined absent while it waits
 */
public record BulletinWithdrawal(
    BulletinNotice notice, String reason, String by, LocalDate on, @Nullable Declined declined)
    implements Noted {
  /** Why another person did not agree; the desk reads it. */
  public record Declined(String reason, String by, LocalDate on) {}

  /** Whether it waits for another person. */
  public boolean waits() {
    return declined == null;
  }
}
