package cn.doublerandom.publication.webhook;

import cn.doublerandom.eventstore.EventCodec;

/** How what happens to subscriptions is stored. */
public final class WebhookCodec {
  private WebhookCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<WebhookEvent> ofEvents() {
    return new EventCodec<>(WebhookEvent.class);
  }
}
