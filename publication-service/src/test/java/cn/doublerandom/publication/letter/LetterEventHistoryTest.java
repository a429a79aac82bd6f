package cn.doublerandom.publication.letter;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.evolution.EventHistoryContract;

class LetterEventHistoryTest extends EventHistoryContract<LetterEvent> {
  @Override
  protected Class<LetterEvent> events() {
    return LetterEvent.class;
  }

  @Override
  protected EventCodec<LetterEvent> codec() {
    return LetterCodec.ofEvents();
  }
}
