package cn.doublerandom.registry.deputy;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class DeputyEventHistoryTest extends EventHistoryContract<DeputyEvent> {
  @Override
  protected Class<DeputyEvent> events() {
    return DeputyEvent.class;
  }

  @Override
  protected EventCodec<DeputyEvent> codec() {
    return DeputyCodec.ofEvents();
  }
}
