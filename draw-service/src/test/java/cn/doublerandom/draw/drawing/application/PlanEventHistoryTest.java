package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.plan.PlanEvent;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class PlanEventHistoryTest extends EventHistoryContract<PlanEvent> {
  @Override
  protected Class<PlanEvent> events() {
    return PlanEvent.class;
  }

  @Override
  protected EventCodec<PlanEvent> codec() {
    return new DrawHandlers().planCodec();
  }
}
