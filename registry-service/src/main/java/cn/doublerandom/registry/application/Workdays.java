package cn.doublerandom.registry.application;

import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.KeptStates;
import cn.doublerandom.servicekit.time.CalendarCommand;
import cn.doublerandom.servicekit.time.CalendarEvent;
import cn.doublerandom.servicekit.time.CalendarStream;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** 工作日: the calendar, and the notices it follows from. */
@ApplicationScoped
public class Workdays {
  private final CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;
  private final KeptStates<IssuedNotices> known;

  @Inject
  Workdays(
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar,
      KeptStates<IssuedNotices> known) {
    this.calendar = calendar;
    this.known = known;
  }

  /** The calendar as it is known. */
  public Uni<WorkdayCalendar> calendar() {
    return known.of(CalendarStream.NAME).map(loaded -> loaded.state().calendar());
  }

  /**
   * Asks that a notice count.
   *
   * @param lacking why it is right that it arranges no day off for some statutory holidays
   */
  public Uni<Handled<CalendarEvent, IssuedNotices>> issue(
      HolidayNotice notice, List<CalendarCommand.LackingHoliday> lacking, CommandContext context) {
    return calendar.handle(
        CalendarStream.NAME,
        new CalendarCommand.IssueNotice(notice, lacking, context.actor()),
        context);
  }

  /** Another person agrees to a notice: it counts from now on. */
  public Uni<Handled<CalendarEvent, IssuedNotices>> approve(String number, CommandContext context) {
    return calendar.handle(
        CalendarStream.NAME, new CalendarCommand.ApproveNotice(number, context.actor()), context);
  }

  /** Another person does not agree, or whoever typed it takes it back. */
  public Uni<Handled<CalendarEvent, IssuedNotices>> end(
      String number, String reason, CommandContext context) {
    return calendar.handle(
        CalendarStream.NAME,
        new CalendarCommand.EndNotice(number, context.actor(), reason),
        context);
  }

  /** The notice that waits for a second person, at the version an approval names. */
  public Uni<CommandHandler.Loaded<Optional<IssuedNotices.NoticeAsked>>> waiting() {
    return known
        .of(CalendarStream.NAME)
        .map(loaded -> new CommandHandler.Loaded<>(loaded.state().asked(), loaded.version()));
  }
}
