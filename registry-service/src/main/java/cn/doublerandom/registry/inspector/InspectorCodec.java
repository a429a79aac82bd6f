package cn.doublerandom.registry.inspector;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of an inspector are stored. */
public final class InspectorCodec {
  private InspectorCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<InspectorEvent> ofEvents() {
    return new EventCodec<>(InspectorEvent.class);
  }
}
