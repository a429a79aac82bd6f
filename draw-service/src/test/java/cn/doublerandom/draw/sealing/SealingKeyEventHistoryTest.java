package cn.doublerandom.draw.sealing;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class SealingKeyEventHistoryTest extends EventHistoryContract<SealingKeyEvent> {
  @Override
  protected Class<SealingKeyEvent> events() {
    return SealingKeyEvent.class;
  }

  @Override
  protected EventCodec<SealingKeyEvent> codec() {
    return new EventCodec<>(SealingKeyEvent.class);
  }
}
