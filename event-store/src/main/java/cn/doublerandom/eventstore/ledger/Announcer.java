package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.StoredEvent;
import java.util.List;

/** Turns a domain event into what others may know of it. Pure: the same event, the same records. */
@FunctionalInterface
public interface Announcer {
  List<Announcement> announce(StoredEvent event);

  /** The same over the streams of one scope, which it knows under the names they have there. */
  default Announcer within(EventStore own) {
    return this;
  }
}
