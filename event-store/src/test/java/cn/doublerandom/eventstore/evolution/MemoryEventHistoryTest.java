package cn.doublerandom.eventstore.evolution;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.memory.MemoryEvent;

class MemoryEventHistoryTest extends EventHistoryContract<MemoryEvent> {
  @Override
  protected Class<MemoryEvent> events() {
    return MemoryEvent.class;
  }

  @Override
  protected EventCodec<MemoryEvent> codec() {
    return MemoryEvent.CODEC;
  }
}
