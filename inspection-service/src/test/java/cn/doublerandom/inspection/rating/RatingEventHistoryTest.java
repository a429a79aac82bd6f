package cn.doublerandom.inspection.rating;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class RatingEventHistoryTest extends EventHistoryContract<RatingEvent> {
  @Override
  protected Class<RatingEvent> events() {
    return RatingEvent.class;
  }

  @Override
  protected EventCodec<RatingEvent> codec() {
    return new EventCodec<>(RatingEvent.class);
  }
}
