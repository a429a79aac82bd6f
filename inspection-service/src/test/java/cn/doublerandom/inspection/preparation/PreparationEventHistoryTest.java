package cn.doublerandom.inspection.preparation;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class PreparationEventHistoryTest extends EventHistoryContract<PreparationEvent> {
  @Override
  protected Class<PreparationEvent> events() {
    return PreparationEvent.class;
  }

  @Override
  protected EventCodec<PreparationEvent> codec() {
    return new EventCodec<>(PreparationEvent.class);
  }
}
