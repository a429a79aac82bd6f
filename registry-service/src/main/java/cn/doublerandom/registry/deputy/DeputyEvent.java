package cn.doublerandom.registry.deputy;

import cn.doublerandom.bureau.people.Deputyship;
import java.time.LocalDate;

/** What happens to the entry of a deputy and his principal. */
public sealed interface DeputyEvent {
  /** It waits for a second person. */
  record DeputyProposed(Deputyship entry, String reason, String by) implements DeputyEvent {}

  /** Another person agreed; it holds on its days. */
  record DeputyApproved(Deputyship entry, String reason, String proposedBy, String approvedBy)
      implements DeputyEvent {}

  /** What was proposed will not be. */
  record DeputyDeclined(String by, String reason) implements DeputyEvent {}

  /**
   * It holds no more, from that moment on.
   *
   * @param on business day
   */
  record DeputyEnded(String by, String reason, LocalDate on) implements DeputyEvent {}
}
