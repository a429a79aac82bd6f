package cn.doublerandom.registry.proposal;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class ProposalEventHistoryTest extends EventHistoryContract<ProposalEvent> {
  @Override
  protected Class<ProposalEvent> events() {
    return ProposalEvent.class;
  }

  @Override
  protected EventCodec<ProposalEvent> codec() {
    return ProposalCodec.ofEvents();
  }
}
