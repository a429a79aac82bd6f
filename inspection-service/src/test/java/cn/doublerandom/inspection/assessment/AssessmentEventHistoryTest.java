package cn.doublerandom.inspection.assessment;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class AssessmentEventHistoryTest extends EventHistoryContract<AssessmentEvent> {
  @Override
  protected Class<AssessmentEvent> events() {
    return AssessmentEvent.class;
  }

  @Override
  protected EventCodec<AssessmentEvent> codec() {
    return new EventCodec<>(AssessmentEvent.class);
  }
}
