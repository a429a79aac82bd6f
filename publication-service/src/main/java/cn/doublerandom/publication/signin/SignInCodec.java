package cn.doublerandom.publication.signin;

import cn.doublerandom.eventstore.EventCodec;

/** How what is kept of sign-ins is stored. */
public final class SignInCodec {
  private SignInCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<SignInEvent> ofEvents() {
    return new EventCodec<>(SignInEvent.class);
  }
}
