package cn.doublerandom.inspection.ticket;

import java.time.LocalDate;

/** What happens to a ticket of supervision. */
public sealed interface TicketEvent {
  /**
   * A supervisor asks a unit about a signal.
   *
   * @param question in words, which the unit reads
   * @param answerBy last day on which the unit is waited for
   */
  record TicketOpened(FrozenSignal signal, String question, LocalDate answerBy, String by)
      implements TicketEvent {}

  /** The unit was heard. */
  record TicketAnswered(String answer, String by) implements TicketEvent {}

  /** Another supervisor concluded. */
  record TicketClosed(Conclusion conclusion, String reason, String by) implements TicketEvent {}
}
