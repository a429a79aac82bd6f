package cn.doublerandom.draw.register;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class RegisterEventHistoryTest extends EventHistoryContract<RegisterEvent> {
  @Override
  protected Class<RegisterEvent> events() {
    return RegisterEvent.class;
  }

  @Override
  protected EventCodec<RegisterEvent> codec() {
    return new EventCodec<>(RegisterEvent.class);
  }
}
