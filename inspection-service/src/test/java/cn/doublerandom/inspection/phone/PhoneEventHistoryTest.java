package cn.doublerandom.inspection.phone;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class PhoneEventHistoryTest extends EventHistoryContract<PhoneEvent> {
  @Override
  protected Class<PhoneEvent> events() {
    return PhoneEvent.class;
  }

  @Override
  protected EventCodec<PhoneEvent> codec() {
    return new EventCodec<>(PhoneEvent.class);
  }
}
