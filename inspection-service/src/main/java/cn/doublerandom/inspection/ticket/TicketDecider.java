package cn.doublerandom.inspection.ticket;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.TicketRejection.TICKET_ANSWERED;
import static cn.doublerandom.inspection.TicketRejection.TICKET_CLOSED;
import static cn.doublerandom.inspection.TicketRejection.TICKET_DAY_UNFIT;
import static cn.doublerandom.inspection.TicketRejection.TICKET_NEEDS_SECOND_PERSON;
import static cn.doublerandom.inspection.TicketRejection.TICKET_NO_SIGNAL;
import static cn.doublerandom.inspection.TicketRejection.TICKET_OF_ANOTHER_UNIT;
import static cn.doublerandom.inspection.TicketRejection.TICKET_OPEN;
import static cn.doublerandom.inspection.TicketRejection.TICKET_OWN_UNIT;
import static cn.doublerandom.inspection.TicketRejection.TICKET_UNHEARD;
import static cn.doublerandom.inspection.TicketRejection.TICKET_UNKNOWN;
import static cn.doublerandom.inspection.TicketRejection.TICKET_WORDS_MISSING;

import cn.doublerandom.bureau.reason.ReasonText;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.hearing.HearingDecider;
import cn.doublerandom.inspection.hearing.HearingRefusals;
import cn.doublerandom.inspection.hearing.HearingStep;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketAnswered;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketClosed;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import java.time.LocalDate;

/** 督导检查、跟踪问效 (R57): a unit is asked about one kind of signal of one year. */
public final class TicketDecider extends HearingDecider<TicketOpened, Conclusion, TicketEvent> {
  /** Calendar days within which a unit must answer, at most. */
  public static final int MOST_DAYS = 90;

  public TicketDecider() {
    super(
        new HearingRefusals(
            TICKET_UNKNOWN,
            TICKET_NO_SIGNAL,
            TICKET_OPEN,
            TICKET_CLOSED,
            TICKET_ANSWERED,
            TICKET_UNHEARD,
            TICKET_WORDS_MISSING,
            TICKET_OWN_UNIT,
            TICKET_OF_ANOTHER_UNIT,
            TICKET_NEEDS_SECOND_PERSON));
  }

  @Override
  protected Decision<TicketEvent> open(TicketOpened opened, LocalDate today) {
    if (!ReasonText.isInWords(opened.question())) {
      return reject(TICKET_WORDS_MISSING, "field", "question");
    } else if (!opened.answerBy().isAfter(today)
        || opened.answerBy().isAfter(today.plusDays(MOST_DAYS))) {
      return reject(TICKET_DAY_UNFIT, "field", "answerBy");
    }
    return accept(opened);
  }

  @Override
  protected boolean mayBeginAnew(Conclusion conclusion) {
    return true;
  }

  @Override
  protected TicketEvent event(HearingStep<TicketOpened, Conclusion> step) {
    return switch (step) {
      case HearingStep.Opened<TicketOpened, Conclusion>(var opened) -> opened;
      case HearingStep.Answered<TicketOpened, Conclusion>(var unit, var answer, var by) ->
          new TicketAnswered(answer, by);
      case HearingStep.Concluded<TicketOpened, Conclusion>(var conclusion, var reason, var by) ->
          new TicketClosed(conclusion, reason, by);
    };
  }
}
