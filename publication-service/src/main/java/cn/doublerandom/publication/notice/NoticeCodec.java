package cn.doublerandom.publication.notice;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of plans, draws and subjects are stored. */
public final class NoticeCodec {
  private NoticeCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<NoticeEvent> ofEvents() {
    return new EventCodec<>(NoticeEvent.class);
  }
}
