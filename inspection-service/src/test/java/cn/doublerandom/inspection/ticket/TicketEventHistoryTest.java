package cn.doublerandom.inspection.ticket;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class TicketEventHistoryTest extends EventHistoryContract<TicketEvent> {
  @Override
  protected Class<TicketEvent> events() {
    return TicketEvent.class;
  }

  @Override
  protected EventCodec<TicketEvent> codec() {
    return new EventCodec<>(TicketEvent.class);
  }
}
