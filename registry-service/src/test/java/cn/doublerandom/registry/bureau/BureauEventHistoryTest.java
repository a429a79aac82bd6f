package cn.doublerandom.registry.bureau;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class BureauEventHistoryTest extends EventHistoryContract<BureauEvent> {
  @Override
  protected Class<BureauEvent> events() {
    return BureauEvent.class;
  }

  @Override
  protected EventCodec<BureauEvent> codec() {
    return BureauCodec.ofEvents();
  }
}
