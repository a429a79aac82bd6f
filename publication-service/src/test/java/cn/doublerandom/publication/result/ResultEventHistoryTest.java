package cn.doublerandom.publication.result;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class ResultEventHistoryTest extends EventHistoryContract<ResultEvent> {
  @Override
  protected Class<ResultEvent> events() {
    return ResultEvent.class;
  }

  @Override
  protected EventCodec<ResultEvent> codec() {
    return ResultCodec.ofEvents();
  }
}
