package cn.doublerandom.registry.subject;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of a subject are stored. */
public final class SubjectCodec {
  private SubjectCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<SubjectEvent> ofEvents() {
    return new EventCodec<>(SubjectEvent.class);
  }
}
