package cn.doublerandom.draw.plan;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class DeadlineEventHistoryTest extends EventHistoryContract<DeadlineEvent> {
  @Override
  protected Class<DeadlineEvent> events() {
    return DeadlineEvent.class;
  }

  @Override
  protected EventCodec<DeadlineEvent> codec() {
    return new EventCodec<>(DeadlineEvent.class);
  }
}
