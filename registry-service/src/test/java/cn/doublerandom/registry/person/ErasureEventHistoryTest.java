package cn.doublerandom.registry.person;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class ErasureEventHistoryTest extends EventHistoryContract<ErasureEvent> {
  @Override
  protected Class<ErasureEvent> events() {
    return ErasureEvent.class;
  }

  @Override
  protected EventCodec<ErasureEvent> codec() {
    return new EventCodec<>(ErasureEvent.class);
  }
}
