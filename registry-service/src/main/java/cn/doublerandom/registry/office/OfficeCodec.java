package cn.doublerandom.registry.office;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of an office are stored. */
public final class OfficeCodec {
  private OfficeCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<OfficeEvent> ofEvents() {
    return new EventCodec<>(OfficeEvent.class);
  }
}
