package cn.doublerandom.publication.signin;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class SignInEventHistoryTest extends EventHistoryContract<SignInEvent> {
  @Override
  protected Class<SignInEvent> events() {
    return SignInEvent.class;
  }

  @Override
  protected EventCodec<SignInEvent> codec() {
    return SignInCodec.ofEvents();
  }
}
