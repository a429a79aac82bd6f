package cn.doublerandom.registry.office;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class OfficeEventHistoryTest extends EventHistoryContract<OfficeEvent> {
  @Override
  protected Class<OfficeEvent> events() {
    return OfficeEvent.class;
  }

  @Override
  protected EventCodec<OfficeEvent> codec() {
    return new EventCodec<>(OfficeEvent.class);
  }
}
