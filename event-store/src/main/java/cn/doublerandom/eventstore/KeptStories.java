package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.CommandHandler.Loaded;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened in streams, for who tells it and does not look into long lists. Of a stream that
 * was told before only what is new is read; the store is asked each time, so a story is never older
 * than the question.
 */
public final class KeptStories<E> {
  private final EventStore store;
  private final EventCodec<E> codec;
  private final Remembered<List<Told<E>>> remembered;

  /**
   * @param most so many stories are in memory
   */
  public KeptStories(EventStore store, EventCodec<E> codec, int most) {
    this.store = store;
    this.codec = codec;
    this.remembered = new Remembered<>(most);
  }

  /** An event at a glance, see {@link EventCodec#glance}, with its circumstances. */
  public record Told<E>(E event, long version, Metadata circumstances) {}

  /** Everything that happened in a stream, the oldest first. */
  public Uni<List<Told<E>>> of(String stream) {
    return store
        .asked()
        .flatMap(asked -> {
          Remembered.@Nullable Known<List<Told<E>>> known =
              remembered.of(asked.scope(), List.of(stream)).get(stream);
          return (known == null
                  ? asked.load(List.of(stream))
                  : asked.loadSince(Map.of(stream, known.mark())))
              .map(events -> told(asked.scope(), stream, known, events));
        });
  }

  private List<Told<E>> told(
      Scope scope,
      String stream,
      Remembered.@Nullable Known<List<Told<E>>> known,
      List<StoredEvent> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    List<Told<E>> story = new ArrayList<>();
    if (known != null && known.mark().isOf(events.getFirst())) {
      story.addAll(known.loaded().state());
    }
    for (StoredEvent event : events.subList(story.isEmpty() ? 0 : 1, events.size())) {
      story.add(new Told<>(codec.glance(event), event.version(), Metadata.of(event)));
    }
    List<Told<E>> whole = List.copyOf(story);
    StoredEvent last = events.getLast();
    remembered.put(scope, stream, new Loaded<>(whole, last.version()), last.id());
    return whole;
  }
}
