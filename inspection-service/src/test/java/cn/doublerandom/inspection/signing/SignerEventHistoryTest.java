package cn.doublerandom.inspection.signing;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class SignerEventHistoryTest extends EventHistoryContract<SignerEvent> {
  @Override
  protected Class<SignerEvent> events() {
    return SignerEvent.class;
  }

  @Override
  protected EventCodec<SignerEvent> codec() {
    return new EventCodec<>(SignerEvent.class);
  }
}
