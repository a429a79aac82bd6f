package cn.doublerandom.inspection.application;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.Officer;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Arrangement.AskedDay;
import cn.doublerandom.inspection.visit.ArrangementCommand;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** 改期: on which day a visit is held, by the calendar of the day (ADR 95). */
@ApplicationScoped
public class Arrangements {
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;

  @Inject
  Arrangements(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar) {
    this.visits = visits;
    this.calendar = calendar;
  }

  /**
   * Asks that a visit is held on a day.
   *
   * @param asked read once the calendar is known
   */
  public Uni<Handled<VisitEvent, Visit>> askDay(
      String visitId, LocalDate day, String reason, Officer by, Supplier<CommandContext> asked) {
    return byCalendar(
        visitId,
        asked,
        (known, today) ->
            new ArrangementCommand.AskDay(day, known.isWorkday(day), reason, by, today));
  }

  /** Another person agrees to the day that was asked for. */
  public Uni<Handled<VisitEvent, Visit>> agreeDay(
      String visitId, Officer by, Supplier<CommandContext> asked) {
    return visits
        .load(VisitStreams.VISIT.of(visitId))
        .map(loaded -> askedDay(loaded.state()))
        .flatMap(day ->
            byCalendar(
                visitId,
                asked,
                (known, today) ->
                    new ArrangementCommand.AgreeDay(
                        day.filter(known::isWorkday).isPresent(), by, today)));
  }

  /** Another person does not agree; or whoever asked takes it back. */
  public Uni<Handled<VisitEvent, Visit>> declineDay(
      String visitId, String reason, Officer by, CommandContext context) {
    return visits.handle(
        VisitStreams.VISIT.of(visitId),
        new ArrangementCommand.DeclineDay(reason, by, BusinessClock.day(context.at())),
        context);
  }

  /**
   * 移交: a member is to be replaced; who comes in the draw says.
   *
   * @param inspector the member
   */
  public Uni<Handled<VisitEvent, Visit>> askHandover(
      String visitId, String inspector, String reason, Officer by, CommandContext context) {
    return visits.handle(
        VisitStreams.VISIT.of(visitId),
        new ArrangementCommand.AskHandover(inspector, reason, by, BusinessClock.day(context.at())),
        context);
  }

  /**
   * What was asked of the draw is taken back, as long as it has not decided.
   *
   * @param inspector the member
   */
  public Uni<Handled<VisitEvent, Visit>> takeBackHandover(
      String visitId, String inspector, String reason, Officer by, CommandContext context) {
    return visits.handle(
        VisitStreams.VISIT.of(visitId),
        new ArrangementCommand.TakeBackHandover(
            inspector, reason, by, BusinessClock.day(context.at())),
        context);
  }

  private static Optional<LocalDate> askedDay(Visit visit) {
    return visit instanceof Visit.Assigned assigned
        ? Optional.ofNullable(assigned.arranged().asked()).map(AskedDay::day)
        : Optional.empty();
  }

  private Uni<Handled<VisitEvent, Visit>> byCalendar(
      String visitId,
      Supplier<CommandContext> asked,
      BiFunction<WorkdayCalendar, LocalDate, VisitCommand> command) {
    return calendar
        .load(CalendarStream.NAME)
        .flatMap(loaded -> {
          CommandContext context = asked.get();
          return visits.handle(
              VisitStreams.VISIT.of(visitId),
              command.apply(loaded.state().calendar(), BusinessClock.day(context.at())),
              context);
        });
  }
}
