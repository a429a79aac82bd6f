package cn.doublerandom.inspection.ticket;

import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingSummary;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import java.time.LocalDate;
import java.util.List;
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
    @Nullable Conclusion conclusion)
    implements HearingSummary {

  /** Where it stands. */
  public enum State {
    /** The unit is asked. */
    ASKED,
    /** It answered; another supervisor concludes. */
    ANSWERED,
    CLOSED;

    /** The same of any hearing. */
    public static State of(Hearing.Stage stage) {
      return switch (stage) {
        case ASKED -> ASKED;
        case ANSWERED -> ANSWERED;
        case OVER -> CLOSED;
      };
    }
  }

  /** Of what is known of a ticket that was opened. */
  public static TicketSummary of(String id, Hearing<TicketOpened, Conclusion> ticket) {
    TicketOpened asked = ticket.opened().orElseThrow();
    FrozenSignal signal = asked.signal();
    return new TicketSummary(
        id,
        signal.year(),
        signal.kind(),
        signal.unit(),
        State.of(ticket.stage()),
        asked.answerBy(),
        asked.by(),
        ticket.ended().map(Hearing.Over::conclusion).orElse(null));
  }

  @Override
  public List<String> units() {
    return List.of(unit);
  }

  @Override
  public List<String> unheard() {
    return state == State.ASKED ? units() : List.of();
  }

  @Override
  public String begunBy() {
    return openedBy;
  }
}
