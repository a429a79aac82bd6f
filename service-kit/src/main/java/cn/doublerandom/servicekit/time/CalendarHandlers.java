package cn.doublerandom.servicekit.time;

import cn.doublerandom.bureau.time.IssuedNotices;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.KeptStates;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The calendar over the event store of the service that asks for it. */
final class CalendarHandlers {
  @Produces
  @Singleton
  CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar(EventStore store) {
    return new CommandHandler<>(
        store, new CalendarDecider(), new EventCodec<>(CalendarEvent.class));
  }

  @Produces
  @Singleton
  KeptStates<IssuedNotices> keptCalendar(
      CommandHandler<CalendarCommand, CalendarEvent, IssuedNotices> calendar) {
    return calendar.kept(1);
  }
}
