package cn.doublerandom.inspection.archive;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class CaseFileEventHistoryTest extends EventHistoryContract<CaseFileEvent> {
  @Override
  protected Class<CaseFileEvent> events() {
    return CaseFileEvent.class;
  }

  @Override
  protected EventCodec<CaseFileEvent> codec() {
    return new EventCodec<>(CaseFileEvent.class);
  }
}
