package cn.doublerandom.publication.result;

import cn.doublerandom.eventstore.EventCodec;

/** How the events of a result are stored. */
public final class ResultCodec {
  private ResultCodec() {}

  /** No value has a form of its own. */
  public static EventCodec<ResultEvent> ofEvents() {
    return new EventCodec<>(ResultEvent.class);
  }
}
