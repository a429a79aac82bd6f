package cn.doublerandom.registry.person;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of an erasure are stored. */
public final class ErasureCodec {
  private ErasureCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<ErasureEvent> ofEvents() {
    return new EventCodec<>(ErasureEvent.class);
  }
}
