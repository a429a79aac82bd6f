package cn.doublerandom.draw.drawing;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class DrawEventHistoryTest extends EventHistoryContract<DrawEvent> {
  @Override
  protected Class<DrawEvent> events() {
    return DrawEvent.class;
  }

  @Override
  protected EventCodec<DrawEvent> codec() {
    return DrawCodec.ofEvents();
  }
}
