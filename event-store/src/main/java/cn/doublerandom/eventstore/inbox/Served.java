package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.ScopedEventStore;
import cn.doublerandom.eventstore.StreamNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Whose records are acted on. Whose a record is, is said by its key, which its hash covers: the
 * name of the stream it is about, as it stands in the log of the sender.
 *
 * @param names of the streams of this service
 * @param scopes that are served at the moment; a record of any other waits with its key
 */
public record Served(StreamNames names, Supplier<Set<Scope>> scopes) {
  private static final String NOT_HERE = ", which is not served here";

  /** Only the home scope, whose streams have the names they are stored under. */
  public static final Served HOME =
      new Served(new StreamNames(List.of(), List.of()), Set.of(Scope.HOME));

  /** Those scopes, for ever. */
  public Served(StreamNames names, Set<Scope> scopes) {
    this(names, fixed(Set.copyOf(scopes)));
  }

  private static Supplier<Set<Scope>> fixed(Set<Scope> scopes) {
    return () -> scopes;
  }

  /** Whether a record waits for nothing but that its scope is served, which by now it is. */
  public boolean isServedNow(ParkedRecord parked) {
    return parked.reason().endsWith(NOT_HERE)
        && scopes.get().contains(StreamNames.parse(parked.key()).scope());
  }

  /** Why a record is not acted on; empty where it is. */
  Optional<String> refusal(InboxRecord message) {
    Scope scope;
    try {
      scope = message.scope();
    } catch (IllegalArgumentException e) {
      return Optional.of("nobody's: " + e.getMessage());
    }
    return scopes.get().contains(scope)
        ? Optional.empty()
        : Optional.of("of " + scope.name() + NOT_HERE);
  }

  /** The streams of whose record it is, under their own names. */
  EventStore own(EventStore all, InboxRecord message) {
    return new ScopedEventStore(all, names, message.scope());
  }
}
