package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Mark;
import cn.doublerandom.eventstore.StoredEvent;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets another be first: what he does happens between the look and the storing, once. */
record Interrupted(EventStore store, Deque<Runnable> others) implements EventStore {
  static EventStore by(EventStore store, Runnable other) {
    return new Interrupted(store, new ArrayDeque<>(List.of(other)));
  }

  @Override
  public Uni<List<StoredEvent>> load(Collection<String> streams) {
    return store.load(streams);
  }

  @Override
  public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
    return store.loadSince(known);
  }

  @Override
  public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
    while (!others.isEmpty()) {
      others.remove().run();
    }
    return store.append(appends, key);
  }

  @Override
  public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
    return store.remembered(key);
  }
}
