package cn.doublerandom.registry.catalogue;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class CatalogueEventHistoryTest extends EventHistoryContract<CatalogueEvent> {
  @Override
  protected Class<CatalogueEvent> events() {
    return CatalogueEvent.class;
  }

  @Override
  protected EventCodec<CatalogueEvent> codec() {
    return new EventCodec<>(CatalogueEvent.class);
  }
}
