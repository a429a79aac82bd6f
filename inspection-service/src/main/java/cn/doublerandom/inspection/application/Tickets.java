package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.inspection.TicketRejection;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signals.Signal;
import cn.doublerandom.inspection.ticket.Conclusion;
import cn.doublerandom.inspection.ticket.FrozenSignal;
import cn.doublerandom.inspection.ticket.Ticket;
import cn.doublerandom.inspection.ticket.TicketCommand;
import cn.doublerandom.inspection.ticket.TicketDirectory;
import cn.doublerandom.inspection.ticket.TicketEvent;
import cn.doublerandom.inspection.ticket.TicketSummary;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** 督导单: a supervisor asks a unit about a signal, the unit answers, another supervisor concludes. */
@ApplicationScoped
public class Tickets {
  private static final int UNIT_DIGITS = 12;

  private final CommandHandler<TicketCommand, TicketEvent, Ticket> tickets;
  private final TicketDirectory directory;
  private final MotionSignals signals;
  private final EventStore store;

  @Inject
  Tickets(
      CommandHandler<TicketCommand, TicketEvent, Ticket> tickets,
      TicketDirectory directory,
      MotionSignals signals,
      EventStore store) {
    this.tickets = tickets;
    this.directory = directory;
    this.signals = signals;
    this.store = store;
  }

  /**
   * Who reads or does something.
   *
   * @param unit empty where he has none
   * @param supervises whether he sees the tickets of every unit
   */
  public record Reader(String unit, boolean supervises) {}

  /** What of a kind is asked of a unit in a year has one id, however often it is asked. */
  public static String id(int year, Signal.Kind kind, String unit) {
    return "%d-%s-%s"
        .formatted(
            year,
            kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            Sha256.hex(unit.getBytes(StandardCharsets.UTF_8)).substring(0, UNIT_DIGITS));
  }

  /**
   * A supervisor asks; the numbers of the signal are frozen as they are counted now.
   *
   * @param own unit of who asks
   */
  public Uni<Handled<TicketEvent, Ticket>> open(
      int year,
      Signal.Kind kind,
      String unit,
      String question,
      LocalDate answerBy,
      String own,
      CommandContext context) {
    LocalDate today = BusinessClock.day(context.at());
    return signals
        .signals(year, today)
        .map(found ->
            found.signals().stream()
                .filter(one -> one.kind() == kind && one.unit().equals(unit))
                .findFirst()
                .map(one -> FrozenSignal.of(year, one, found.basis())))
        .flatMap(signal ->
            tickets.handle(
                VisitStreams.TICKET.of(id(year, kind, unit)),
                new TicketCommand.OpenTicket(
                    signal, question, answerBy, context.actor(), own, today),
                context));
  }

  /** The unit answers. */
  public Uni<Handled<TicketEvent, Ticket>> answer(
      String id, String answer, Reader reader, CommandContext context) {
    return known(id, reader)
        .flatMap(known ->
            tickets.handle(
                VisitStreams.TICKET.of(id),
                new TicketCommand.AnswerTicket(answer, context.actor(), reader.unit()),
                context));
  }

  /** Another supervisor concludes. */
  public Uni<Handled<TicketEvent, Ticket>> close(
      String id, Conclusion conclusion, String reason, String own, CommandContext context) {
    return tickets.handle(
        VisitStreams.TICKET.of(id),
        new TicketCommand.CloseTicket(
            conclusion, reason, context.actor(), own, BusinessClock.day(context.at())),
        context);
  }

  /** One ticket with its version; to another unit it is not there. */
  public Uni<CommandHandler.Loaded<Ticket>> known(String id, Reader reader) {
    return tickets
        .load(VisitStreams.TICKET.of(id))
        .invoke(loaded -> {
          Optional<Ticket.Asked> asked = Ticket.asked(loaded.state());
          if (asked.filter(of -> isFor(of.signal().unit(), reader)).isEmpty()) {
            throw new ProblemException(TicketRejection.TICKET_UNKNOWN);
          }
        });
  }

  private static boolean isFor(String unit, Reader reader) {
    return reader.supervises()
        || (!SecondPerson.isNobody(reader.unit()) && SecondPerson.isSame(unit, reader.unit()));
  }

  /** Tickets by id: all of them, or those of the reader's unit. */
  public Uni<List<TicketSummary>> page(Reader reader, String after, int limit) {
    return Uni.createFrom()
        .completionStage(() ->
            reader.supervises()
                ? directory.page(after, limit)
                : directory.of(reader.unit(), after, limit));
  }

  /**
   * One event with its circumstances.
   *
   * @param day of the business
   * @param recorded the real day of the recording
   */
  public record Happened(TicketEvent event, LocalDate day, LocalDate recorded) {}

  /** Everything that was recorded of a ticket, newest first. */
  public Uni<List<Happened>> story(String id) {
    return store
        .asked()
        .flatMap(asked -> asked.load(List.of(VisitStreams.TICKET.of(id))))
        .map(events ->
            events.stream()
                .map(event -> {
                  Metadata known = Metadata.of(event);
                  return new Happened(
                      tickets.decode(event),
                      BusinessClock.day(known.at()),
                      BusinessClock.day(known.recordedAt()));
                })
                .toList()
                .reversed());
  }
}
