package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 通报的撤销: one supervisor asked for it, another decides (ADR 88). What is public stays as it is until
 * he agrees.
 *
 * <pre>
 * public ──asked──▶ waits ──another agrees──▶ withdrawn, to be read with its reason
 *                     └──another declines, or who asked takes it back──▶ as before, and may be asked for again
 * </pre>
 *
 * @param notice as it is public
 * @param reason everybody reads it once it is withdrawn
 * @param ended absent while it waits
 */
public record BulletinWithdrawal(
    BulletinNotice notice, String reason, String by, LocalDate on, @Nullable Ended ended)
    implements Noted {
  /**
   * Why it came to nothing; the desk reads it.
   *
   * @param takenBack by who asked, and not declined by another
   */
  public record Ended(boolean takenBack, String reason, String by, LocalDate on) {}

  /** Whether it waits for another person. */
  public boolean waits() {
    return ended == null;
  }
}
