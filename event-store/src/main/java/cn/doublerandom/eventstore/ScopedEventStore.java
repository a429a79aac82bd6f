package cn.doublerandom.eventstore;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A log as one scope sees it: its own streams under their own names, and nothing that says whether
 * there are others. What is asked of it cannot name a stream of another scope, whatever was sent.
 */
public final class ScopedEventStore implements EventStore {
  private final EventStore all;
  private final StreamNames names;
  private final Scope scope;

  public ScopedEventStore(EventStore all, StreamNames names, Scope scope) {
    this.all = all;
    this.names = names;
    this.scope = scope;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public Uni<List<StoredEvent>> load(Collection<String> streams) {
    return all.load(streams.stream().map(this::stored).toList()).map(ScopedEventStore::within);
  }

  @Override
  public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
    Map<String, Mark> stored = new HashMap<>();
    known.forEach((stream, mark) -> stored.put(stored(stream), mark));
    return all.loadSince(stored).map(ScopedEventStore::within);
  }

  @Override
  public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
    return all.append(
        appends.stream()
            .map(a -> new Append(stored(a.stream()), a.expectedVersion(), a.events()))
            .toList(),
        key.map(this::own));
  }

  @Override
  public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
    return all.remembered(own(key));
  }

  private String stored(String name) {
    return names.stored(scope, name);
  }

  /** Two scopes may choose the same key for requests of their own. */
  private CommandKey own(CommandKey key) {
    return scope.isHome() ? key : key.named(scope.name() + "~ " + key.key());
  }

  private static List<StoredEvent> within(List<StoredEvent> events) {
    return events.stream()
        .map(event -> event.named(StreamNames.parse(event.stream()).name()))
        .toList();
  }
}
