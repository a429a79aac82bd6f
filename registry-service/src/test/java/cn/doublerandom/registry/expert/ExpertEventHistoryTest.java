package cn.doublerandom.registry.expert;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class ExpertEventHistoryTest extends EventHistoryContract<ExpertEvent> {
  @Override
  protected Class<ExpertEvent> events() {
    return ExpertEvent.class;
  }

  @Override
  protected EventCodec<ExpertEvent> codec() {
    return new EventCodec<>(ExpertEvent.class);
  }
}
