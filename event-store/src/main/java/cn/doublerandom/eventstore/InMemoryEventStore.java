package cn.doublerandom.eventstore;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The oracle: the same contract in a map. */
public final class InMemoryEventStore implements EventStore {
  private final Map<String, List<StoredEvent>> streams = new HashMap<>();
  private final Map<String, String> keys = new HashMap<>();

  @Override
  public synchronized Uni<List<StoredEvent>> load(Collection<String> wanted) {
    List<StoredEvent> events = new ArrayList<>();
    wanted.stream().sorted().forEach(s -> events.addAll(streams.getOrDefault(s, List.of())));
    return Uni.createFrom().item(List.copyOf(events));
  }

  @Override
  public synchronized Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
    List<StoredEvent> events = new ArrayList<>();
    new TreeMap<>(known)
        .forEach(
            (stream, mark) -> events.addAll(since(streams.getOrDefault(stream, List.of()), mark)));
    return Uni.createFrom().item(List.copyOf(events));
  }

  private static List<StoredEvent> since(List<StoredEvent> stream, Mark mark) {
    return stream.stream().noneMatch(mark::isOf)
        ? stream
        : stream.stream()
            .filter(event -> event.version() >= mark.version())
            .map(event -> mark.isOf(event) ? event.withoutPayload() : event)
            .toList();
  }

  @Override
  public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
    return Uni.createFrom().item(() -> appendNow(appends, key));
  }

  private synchronized AppendOutcome appendNow(List<Append> appends, Optional<CommandKey> key) {
    Optional<AppendOutcome> before = key.flatMap(this::outcomeOf);
    if (before.isPresent()) {
      return before.get();
    }
    for (Append append : appends) {
      if (streams.getOrDefault(append.stream(), List.of()).size() != append.expectedVersion()) {
        return AppendOutcome.CONFLICT;
      }
    }
    key.ifPresent(k -> keys.put(k.key(), k.requestHash()));
    for (Append append : appends) {
      List<StoredEvent> stream = streams.computeIfAbsent(append.stream(), s -> new ArrayList<>());
      for (NewEvent event : append.events()) {
        long version = stream.size() + 1L;
        stream.add(
            new StoredEvent(
                append.stream(),
                version,
                event.id(),
                event.type(),
                event.payload(),
                event.metadata(),
                event.hash(append.stream(), version),
                Chunks.of(event.chunks())));
      }
    }
    return AppendOutcome.APPENDED;
  }

  @Override
  public synchronized Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
    return Uni.createFrom().item(outcomeOf(key));
  }

  private Optional<AppendOutcome> outcomeOf(CommandKey key) {
    return Optional.ofNullable(keys.get(key.key())).map(key::after);
  }
}
