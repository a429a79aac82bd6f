package cn.doublerandom.inspection.bulletin;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class BulletinEventHistoryTest extends EventHistoryContract<BulletinEvent> {
  @Override
  protected Class<BulletinEvent> events() {
    return BulletinEvent.class;
  }

  @Override
  protected EventCodec<BulletinEvent> codec() {
    return new EventCodec<>(BulletinEvent.class);
  }
}
