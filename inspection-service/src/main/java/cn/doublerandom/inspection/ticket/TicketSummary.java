package cn.doublerandom.inspection.ticket;

import cn.doublerandom.inspection.signals.Signal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in the list.
 *
 * @param openedBy who asked
 * @param conclusion absent until it is closed
 */
public record TicketSummary(
    String id,
    int year,
    Signal.Kind kind,
    String unit,
    State state,
    LocalDate answerBy,
    String openedBy,
    @Nullable Conclusion conclusion) {

  /** Where it stands. */
  public enum State {
    /** The unit is asked. */
    ASKED,
    /** It answered; another supervisor concludes. */
    ANSWERED,
    CLOSED
  }

  /** Of what is known of a ticket that was opened. */
  public static TicketSummary of(String id, Ticket ticket) {
    Ticket.Asked asked = Ticket.asked(ticket).orElseThrow();
    FrozenSignal signal = asked.signal();
    return new TicketSummary(
        id,
        signal.year(),
        signal.kind(),
        signal.unit(),
        state(ticket),
        asked.answerBy(),
        asked.by(),
        ticket instanceof Ticket.Closed closed ? closed.conclusion() : null);
  }

  private static State state(Ticket ticket) {
    return switch (ticket) {
      case Ticket.None() -> throw new IllegalStateException("nobody asked");
      case Ticket.Open open -> open.answer() == null ? State.ASKED : State.ANSWERED;
      case Ticket.Closed closed -> State.CLOSED;
    };
  }
}
