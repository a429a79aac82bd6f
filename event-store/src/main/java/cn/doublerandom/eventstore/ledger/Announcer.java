package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.StoredEvent;
import java.util.List;

/** Turns a domain event into what others may know of it. Pure: the same event, the same records. */
@FunctionalInterface
public interface Announcer {
  List<Announcement> announce(StoredEvent event);
}
