package cn.doublerandom.publication.notice;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class NoticeEventHistoryTest extends EventHistoryContract<NoticeEvent> {
  @Override
  protected Class<NoticeEvent> events() {
    return NoticeEvent.class;
  }

  @Override
  protected EventCodec<NoticeEvent> codec() {
    return NoticeCodec.ofEvents();
  }
}
