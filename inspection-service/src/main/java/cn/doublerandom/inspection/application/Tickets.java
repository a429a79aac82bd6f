package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.TicketRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.hearing.HearingDirectory;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.FrozenSignal;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketEvent.TicketOpened;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Locale;

/** 督导单: a unit is heard about a signal (ADR 77). */
@Singleton
public class Tickets extends Hearings<TicketOpened, Conclusion, TicketEvent, TicketSummary> {
  private final MotionSignals signals;

  @Inject
  Tickets(
      CommandHandler<
              HearingCommand<TicketOpened, Conclusion>,
              TicketEvent,
              Hearing<TicketOpened, Conclusion>>
          tickets,
      HearingDirectory<TicketSummary> directory,
      MotionSignals signals,
      EventStore store) {
    super(tickets, directory, store, VisitStreams.TICKET, TicketRejection.TICKET_UNKNOWN);
    this.signals = signals;
  }

  /** What of a kind is asked of a unit in a year has one id, however often it is asked. */
  public static String id(int year, Signal.Kind kind, String unit) {
    return "%d-%s-%s"
        .formatted(year, kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), digits(unit));
  }

  /**
   * A supervisor asks; the numbers of the signal are frozen as they are counted now.
   *
   * @param own unit of who asks
   */
  public Uni<Handled<TicketEvent, Hearing<TicketOpened, Conclusion>>> open(
      int year,
      Signal.Kind kind,
      String unit,
      String question,
      LocalDate answerBy,
      String own,
      CommandContext context) {
    return signals
        .signals(year, BusinessClock.day(context.at()))
        .map(found ->
            found.signals().stream()
                .filter(one -> one.kind() == kind && one.unit().equals(unit))
                .findFirst()
                .map(one -> FrozenSignal.of(year, one, found.basis()))
                .map(frozen -> new TicketOpened(frozen, question, answerBy, context.actor())))
        .flatMap(opening -> open(id(year, kind, unit), opening, own, context));
  }
}
