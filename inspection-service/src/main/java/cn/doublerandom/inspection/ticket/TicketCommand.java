package cn.doublerandom.inspection.ticket;

import java.time.LocalDate;
import java.util.Optional;

/** What may be asked of a ticket of supervision. */
public sealed interface TicketCommand {
  /**
   * @param signal as it is counted now; empty where nothing of the kind is
   * @param unit of who asks; empty where he has none
   * @param today business day
   */
  record OpenTicket(
      Optional<FrozenSignal> signal,
      String question,
      LocalDate answerBy,
      String by,
      String unit,
      LocalDate today)
      implements TicketCommand {}

  /**
   * @param unit of who answers
   */
  record AnswerTicket(String answer, String by, String unit) implements TicketCommand {}

  /**
   * @param unit of who concludes; empty where he has none
   * @param today business day
   */
  record CloseTicket(Conclusion conclusion, String reason, String by, String unit, LocalDate today)
      implements TicketCommand {}
}
