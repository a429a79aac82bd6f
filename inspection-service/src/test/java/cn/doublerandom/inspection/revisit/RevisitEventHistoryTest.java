package cn.doublerandom.inspection.revisit;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class RevisitEventHistoryTest extends EventHistoryContract<RevisitEvent> {
  @Override
  protected Class<RevisitEvent> events() {
    return RevisitEvent.class;
  }

  @Override
  protected EventCodec<RevisitEvent> codec() {
    return RevisitCodec.ofEvents();
  }
}
