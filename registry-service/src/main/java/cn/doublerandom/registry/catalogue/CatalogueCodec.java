package cn.doublerandom.registry.catalogue;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of a version of the list are stored. */
public final class CatalogueCodec {
  private CatalogueCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<CatalogueEvent> ofEvents() {
    return new EventCodec<>(CatalogueEvent.class);
  }
}
