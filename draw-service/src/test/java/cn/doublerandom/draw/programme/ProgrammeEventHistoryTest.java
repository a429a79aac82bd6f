package cn.doublerandom.draw.programme;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class ProgrammeEventHistoryTest extends EventHistoryContract<ProgrammeEvent> {
  @Override
  protected Class<ProgrammeEvent> events() {
    return ProgrammeEvent.class;
  }

  @Override
  protected EventCodec<ProgrammeEvent> codec() {
    return new EventCodec<>(ProgrammeEvent.class);
  }
}
