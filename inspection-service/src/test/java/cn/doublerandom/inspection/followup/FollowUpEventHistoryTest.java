package cn.doublerandom.inspection.followup;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class FollowUpEventHistoryTest extends EventHistoryContract<FollowUpEvent> {
  @Override
  protected Class<FollowUpEvent> events() {
    return FollowUpEvent.class;
  }

  @Override
  protected EventCodec<FollowUpEvent> codec() {
    return new EventCodec<>(FollowUpEvent.class);
  }
}
