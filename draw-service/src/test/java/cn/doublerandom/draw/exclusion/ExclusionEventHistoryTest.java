package cn.doublerandom.draw.exclusion;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class ExclusionEventHistoryTest extends EventHistoryContract<ExclusionEvent> {
  @Override
  protected Class<ExclusionEvent> events() {
    return ExclusionEvent.class;
  }

  @Override
  protected EventCodec<ExclusionEvent> codec() {
    return new EventCodec<>(ExclusionEvent.class);
  }
}
