package cn.doublerandom.registry.item;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class ItemEventHistoryTest extends EventHistoryContract<ItemEvent> {
  @Override
  protected Class<ItemEvent> events() {
    return ItemEvent.class;
  }

  @Override
  protected EventCodec<ItemEvent> codec() {
    return new EventCodec<>(ItemEvent.class);
  }
}
