package cn.doublerandom.registry.item;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of an item are stored. */
public final class ItemCodec {
  private ItemCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<ItemEvent> ofEvents() {
    return new EventCodec<>(ItemEvent.class);
  }
}
