package cn.doublerandom.draw.plan;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class PlanEventHistoryTest extends EventHistoryContract<PlanEvent> {
  @Override
  protected Class<PlanEvent> events() {
    return PlanEvent.class;
  }

  @Override
  protected EventCodec<PlanEvent> codec() {
    return PlanCodec.ofEvents();
  }
}
