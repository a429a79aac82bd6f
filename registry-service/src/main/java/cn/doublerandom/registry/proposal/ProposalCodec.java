package cn.doublerandom.registry.proposal;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of what a result proposes are stored. */
public final class ProposalCodec {
  private ProposalCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<ProposalEvent> ofEvents() {
    return new EventCodec<>(ProposalEvent.class);
  }
}
