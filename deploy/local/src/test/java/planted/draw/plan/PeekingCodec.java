package planted.draw.plan;

import cn.doublerandom.eventstore.EventStore;

/** Breaks: a codec that knows more than how its events are stored. */
public class PeekingCodec {
  public EventStore store;
}
