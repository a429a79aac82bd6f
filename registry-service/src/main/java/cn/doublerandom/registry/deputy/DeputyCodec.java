package cn.doublerandom.registry.deputy;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of a deputy are stored. */
public final class DeputyCodec {
  private DeputyCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<DeputyEvent> ofEvents() {
    return new EventCodec<>(DeputyEvent.class);
  }
}
