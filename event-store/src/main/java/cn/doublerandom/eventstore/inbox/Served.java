package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ScopedEventStore;
import cn.doublerandom.eventstore.StreamNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose records are acted on. Whose a record is, is said by its key, which its hash covers: the
 * name of the stream it is about, as it stands in the log of the sender.
 *
 * @param names of the streams of this service
 * @param scopes that are served; a record of any other waits with its key
 */
public record Served(StreamNames names, Set<Scope> scopes) {
  /** Only the home scope, whose streams have the names they are stored under. */
  public static final Served HOME =
      new Served(new StreamNames(List.of(), List.of()), Set.of(Scope.HOME));

  public Served {
    scopes = Set.copyOf(scopes);
  }

  /** Why a record is not acted on; empty where it is. */
  Optional<String> refusal(InboxRecord message) {
    Scope scope;
    try {
      scope = message.scope();
    } catch (IllegalArgumentException e) {
      return Optional.of("nobody's: " + e.getMessage());
    }
    return scopes.contains(scope)
        ? Optional.empty()
        : Optional.of("of %s, which is not served here".formatted(scope.name()));
  }

  /** The streams of whose record it is, under their own names. */
  EventStore own(EventStore all, InboxRecord message) {
    return new ScopedEventStore(all, names, message.scope());
  }
}
