package cn.doublerandom.inspection.departure;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class DepartureEventHistoryTest extends EventHistoryContract<DepartureEvent> {
  @Override
  protected Class<DepartureEvent> events() {
    return DepartureEvent.class;
  }

  @Override
  protected EventCodec<DepartureEvent> codec() {
    return new EventCodec<>(DepartureEvent.class);
  }
}
