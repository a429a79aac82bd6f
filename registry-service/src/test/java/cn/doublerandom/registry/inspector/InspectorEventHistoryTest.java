package cn.doublerandom.registry.inspector;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class InspectorEventHistoryTest extends EventHistoryContract<InspectorEvent> {
  @Override
  protected Class<InspectorEvent> events() {
    return InspectorEvent.class;
  }

  @Override
  protected EventCodec<InspectorEvent> codec() {
    return new EventCodec<>(InspectorEvent.class);
  }
}
