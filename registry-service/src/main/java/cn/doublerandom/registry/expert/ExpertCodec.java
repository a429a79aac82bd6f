package cn.doublerandom.registry.expert;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of an expert are stored. */
public final class ExpertCodec {
  private ExpertCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<ExpertEvent> ofEvents() {
    return new EventCodec<>(ExpertEvent.class);
  }
}
