package cn.doublerandom.publication.webhook;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class WebhookEventHistoryTest extends EventHistoryContract<WebhookEvent> {
  @Override
  protected Class<WebhookEvent> events() {
    return WebhookEvent.class;
  }

  @Override
  protected EventCodec<WebhookEvent> codec() {
    return WebhookCodec.ofEvents();
  }
}
