package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.time.HolidayNotice;
import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.contracts.HolidayNoticeIssued;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.inbox.InboxRecord;
import cn.doublerandom.servicekit.messaging.Integration;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;

/** Notes the notices the registry tells of in this service's own calendar. */
public final class CalendarInbox {
  private final CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar;
  private final Clock clock;

  public CalendarInbox(
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /** What to do with a record; empty where it tells something else. */
  public Optional<Uni<Void>> apply(InboxRecord message, EventStore store) {
    return Integration.read(message, HolidayNoticeIssued.class)
        .map(told ->
            calendar
                .over(store)
                .handle(
                    CalendarStream.NAME,
                    new CalendarCommand.NoteNotice(
                        new HolidayNotice(
                            told.number(),
                            told.issuedOn(),
                            told.year(),
                            told.off(),
                            told.worked())),
                    Integration.context(message, clock))
                .invoke(handled -> {
                  if (!(handled instanceof Handled.Done<CalendarEvent, IssuedNotices>)) {
                    throw new IllegalStateException("notice " + told.number() + ": " + handled);
                  }
                })
                .replaceWithVoid());
  }
}
