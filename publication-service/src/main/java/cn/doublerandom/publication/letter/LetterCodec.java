package cn.doublerandom.publication.letter;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of a letter are stored. */
public final class LetterCodec {
  private LetterCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<LetterEvent> ofEvents() {
    return new EventCodec<>(LetterEvent.class);
  }
}
