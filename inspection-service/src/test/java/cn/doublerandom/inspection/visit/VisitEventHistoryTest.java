package cn.doublerandom.inspection.visit;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class VisitEventHistoryTest extends EventHistoryContract<VisitEvent> {
  @Override
  protected Class<VisitEvent> events() {
    return VisitEvent.class;
  }

  @Override
  protected EventCodec<VisitEvent> codec() {
    return new EventCodec<>(VisitEvent.class);
  }
}
