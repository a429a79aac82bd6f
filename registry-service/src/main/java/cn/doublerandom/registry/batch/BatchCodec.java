package cn.doublerandom.registry.batch;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of a batch are stored. */
public final class BatchCodec {
  private BatchCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<BatchEvent> ofEvents() {
    return new EventCodec<>(BatchEvent.class);
  }
}
