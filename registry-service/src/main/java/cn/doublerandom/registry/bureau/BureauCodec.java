package cn.doublerandom.registry.bureau;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of the register of bureaus are stored. */
public final class BureauCodec {
  private BureauCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<BureauEvent> ofEvents() {
    return new EventCodec<>(BureauEvent.class);
  }
}
