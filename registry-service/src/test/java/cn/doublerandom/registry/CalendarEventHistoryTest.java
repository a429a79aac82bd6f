package cn.doublerandom.registry;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;
import cn.doublerandom.servicekit.time.CalendarEvent;

class CalendarEventHistoryTest extends EventHistoryContract<CalendarEvent> {
  @Override
  protected Class<CalendarEvent> events() {
    return CalendarEvent.class;
  }

  @Override
  protected EventCodec<CalendarEvent> codec() {
    return new EventCodec<>(CalendarEvent.class);
  }
}
