package cn.doublerandom.registry.subject;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class SubjectEventHistoryTest extends EventHistoryContract<SubjectEvent> {
  @Override
  protected Class<SubjectEvent> events() {
    return SubjectEvent.class;
  }

  @Override
  protected EventCodec<SubjectEvent> codec() {
    return new EventCodec<>(SubjectEvent.class);
  }
}
