package cn.doublerandom.registry.batch;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class BatchEventHistoryTest extends EventHistoryContract<BatchEvent> {
  @Override
  protected Class<BatchEvent> events() {
    return BatchEvent.class;
  }

  @Override
  protected EventCodec<BatchEvent> codec() {
    return BatchCodec.ofEvents();
  }
}
