package cn.doublerandom.eventstore.ledger;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.StreamNames;
import java.util.List;

/**
 * The announcer of a service over a log of many scopes: each event is told as its own scope has it,
 * by the names streams have there, and whose it is stands in the keys. This is the one place that
 * says so; the announcer of the service knows no other scope.
 */
public final class ScopedAnnouncer implements Announcer {
  private final Announcer within;
  private final EventStore all;
  private final ToldScopes scopes;
  private final StateRenaming renaming;

  /**
   * @param within what is told within one scope: of a state by its id, of all else by its stream
   * @param all the log, of which it is given one scope
   */
  public ScopedAnnouncer(
      Announcer within, EventStore all, ToldScopes scopes, StateRenaming renaming) {
    this.within = within;
    this.all = all;
    this.scopes = scopes;
    this.renaming = renaming;
  }

  @Override
  public List<Announcement> announce(StoredEvent event) {
    if (StateRenaming.isOne(event.type())) {
      return renaming.told(event);
    }
    StreamNames.Scoped own = StreamNames.parse(event.stream());
    return within.within(all.in(own.scope())).announce(event.named(own.name())).stream()
        .map(said -> said.by(key(said, own, event.stream())))
        .toList();
  }

  private String key(Announcement said, StreamNames.Scoped own, String stream) {
    Scope scope = own.scope();
    if (TopicMaking.isState(said.topic())) {
      return scopes.key(scope, said.key());
    } else if (!said.key().equals(own.name())) {
      throw new IllegalStateException(
          "%s of %s is told by another key: %s".formatted(said.type(), stream, said.key()));
    }
    return stream;
  }
}
