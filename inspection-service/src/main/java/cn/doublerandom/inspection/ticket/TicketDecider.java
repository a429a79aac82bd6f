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
import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.ticket.TicketCommand.AnswerTicket;
import cn.doublerandom.inspection.ticket.TicketCommand.CloseTicket;
import cn.doublerandom.inspection.ticket.TicketCommand.OpenTicket;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketAnswered;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketClosed;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import java.time.LocalDate;

/** 督导检查、跟踪问效 (R57): nobody is judged unheard, and nobody concludes what he began. */
public final class TicketDecider implements Decider<TicketCommand, TicketEvent, Ticket> {
  /** Calendar days within which a unit must answer, at most. */
  public static final int MOST_DAYS = 90;

  @Override
  public Ticket initial() {
    return new Ticket.None();
  }

  @Override
  public Decision<TicketEvent> decide(TicketCommand command, Ticket ticket) {
    return switch (command) {
      case OpenTicket open -> open(open, ticket);
      case AnswerTicket answer -> answer(answer, ticket);
      case CloseTicket close -> close(close, ticket);
    };
  }

  private static Decision<TicketEvent> open(OpenTicket open, Ticket ticket) {
    return switch (ticket) {
      case Ticket.Open already -> reject(TICKET_OPEN);
      case Ticket.None() -> asked(open);
      case Ticket.Closed closed -> asked(open);
    };
  }

  private static Decision<TicketEvent> asked(OpenTicket open) {
    if (open.signal().isEmpty()) {
      return reject(TICKET_NO_SIGNAL);
    }
    FrozenSignal signal = open.signal().get();
    LocalDate last = open.today().plusDays(MOST_DAYS);
    if (isOf(signal, open.unit())) {
      return reject(TICKET_OWN_UNIT);
    } else if (!ReasonText.isInWords(open.question())) {
      return reject(TICKET_WORDS_MISSING, "field", "question");
    } else if (!open.answerBy().isAfter(open.today()) || open.answerBy().isAfter(last)) {
      return reject(TICKET_DAY_UNFIT, "field", "answerBy");
    }
    return accept(new TicketOpened(signal, open.question(), open.answerBy(), open.by()));
  }

  private static Decision<TicketEvent> answer(AnswerTicket answer, Ticket ticket) {
    return switch (ticket) {
      case Ticket.None() -> reject(TICKET_UNKNOWN);
      case Ticket.Closed closed -> reject(TICKET_CLOSED);
      case Ticket.Open open when !isOf(open.asked().signal(), answer.unit()) ->
          reject(TICKET_OF_ANOTHER_UNIT);
      case Ticket.Open open when open.answer() != null -> reject(TICKET_ANSWERED);
      case Ticket.Open open when !ReasonText.isInWords(answer.answer()) ->
          reject(TICKET_WORDS_MISSING, "field", "answer");
      case Ticket.Open open -> accept(new TicketAnswered(answer.answer(), answer.by()));
    };
  }

  private static Decision<TicketEvent> close(CloseTicket close, Ticket ticket) {
    return switch (ticket) {
      case Ticket.None() -> reject(TICKET_UNKNOWN);
      case Ticket.Closed closed -> reject(TICKET_CLOSED);
      case Ticket.Open open when isOf(open.asked().signal(), close.unit()) ->
          reject(TICKET_OWN_UNIT);
      case Ticket.Open open when SecondPerson.isSame(close.by(), open.asked().by()) ->
          reject(TICKET_NEEDS_SECOND_PERSON);
      case Ticket.Open open
          when open.answer() == null && !close.today().isAfter(open.asked().answerBy()) ->
          reject(TICKET_UNHEARD, "answerBy", open.asked().answerBy().toString());
      case Ticket.Open open when !ReasonText.isInWords(close.reason()) ->
          reject(TICKET_WORDS_MISSING, "field", "reason");
      case Ticket.Open open ->
          accept(new TicketClosed(close.conclusion(), close.reason(), close.by()));
    };
  }

  /** Whether somebody is of the unit; who has none is of nobody's. */
  private static boolean isOf(FrozenSignal signal, String unit) {
    return !SecondPerson.isNobody(unit) && SecondPerson.isSame(signal.unit(), unit);
  }

  @Override
  public Ticket evolve(Ticket ticket, TicketEvent event) {
    return switch (event) {
      case TicketOpened(var signal, var question, var answerBy, var by) ->
          new Ticket.Open(new Ticket.Asked(signal, question, answerBy, by), null);
      case TicketAnswered(var answer, var by) ->
          new Ticket.Open(open(ticket).asked(), new Ticket.Answer(answer, by));
      case TicketClosed(var conclusion, var reason, var by) ->
          new Ticket.Closed(open(ticket).asked(), open(ticket).answer(), conclusion, reason, by);
    };
  }

  private static Ticket.Open open(Ticket ticket) {
    return switch (ticket) {
      case Ticket.Open open -> open;
      case Ticket.None() -> throw new IllegalStateException("nobody asked");
      case Ticket.Closed closed -> throw new IllegalStateException("it is over");
    };
  }
}
