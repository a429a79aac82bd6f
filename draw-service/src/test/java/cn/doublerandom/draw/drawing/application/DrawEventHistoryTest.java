package cn.doublerandom.draw.drawing.application;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class DrawEventHistoryTest extends EventHistoryContract<DrawEvent> {
  @Override
  protected Class<DrawEvent> events() {
    return DrawEvent.class;
  }

  @Override
  protected EventCodec<DrawEvent> codec() {
    return new DrawHandlers().drawCodec();
  }
}
