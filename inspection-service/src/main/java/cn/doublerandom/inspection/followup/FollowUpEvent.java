package cn.doublerandom.inspection.followup;

import java.time.LocalDate;

/** What happens to the follow-ups of a visit. */
public sealed interface FollowUpEvent {
  /** Somebody has to do something until it is closed. */
  record FollowUpOpened(OfVisit of, FollowUp followUp) implements FollowUpEvent {}

  /** A day came on which it was still open. */
  record FollowUpAlarmed(int number, Alarm alarm) implements FollowUpEvent {}

  /** Two officers are to look again on a day, as a visit of its own. */
  record RecheckPlanned(RecheckVisit visit) implements FollowUpEvent {}

  /** An officer looked again; it counts when another confirms it. */
  record RecheckStated(int number, FollowUp.Recheck recheck) implements FollowUpEvent {}

  /**
   * 复查: two officers say the same.
   *
   * @param by the second of them
   */
  record RectificationVerified(int number, boolean corrected, String by, LocalDate on)
      implements FollowUpEvent {}

  /**
   * The receiver may say by a link that he received it.
   *
   * @param sha256 of the link's secret
   */
  record ReceiptLinkIssued(int number, String sha256, String by) implements FollowUpEvent {}

  /** The receiver has it. */
  record TransferAcknowledged(int number, FollowUp.Receipt receipt) implements FollowUpEvent {}

  /** An order to correct is lifted: what it rested on was corrected or withdrawn in public. */
  record OrderLifted(int number, String reason, LocalDate on) implements FollowUpEvent {}

  /** Nothing is left to be done. */
  record FollowUpClosed(int number, LocalDate on) implements FollowUpEvent {}
}
