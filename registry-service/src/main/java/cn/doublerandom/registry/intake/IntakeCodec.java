package cn.doublerandom.registry.intake;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of a table that was handed in are stored. */
public final class IntakeCodec {
  private IntakeCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<IntakeEvent> ofEvents() {
    return new EventCodec<>(IntakeEvent.class);
  }
}
