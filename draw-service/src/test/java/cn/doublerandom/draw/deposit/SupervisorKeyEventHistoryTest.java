package cn.doublerandom.draw.deposit;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class SupervisorKeyEventHistoryTest extends EventHistoryContract<SupervisorKeyEvent> {
  @Override
  protected Class<SupervisorKeyEvent> events() {
    return SupervisorKeyEvent.class;
  }

  @Override
  protected EventCodec<SupervisorKeyEvent> codec() {
    return new EventCodec<>(SupervisorKeyEvent.class);
  }
}
