package cn.doublerandom.registry.intake;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class IntakeEventHistoryTest extends EventHistoryContract<IntakeEvent> {
  @Override
  protected Class<IntakeEvent> events() {
    return IntakeEvent.class;
  }

  @Override
  protected EventCodec<IntakeEvent> codec() {
    return IntakeCodec.ofEvents();
  }
}
