package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.CommandHandler.Loaded;
import cn.doublerandom.eventstore.Remembered.Known;
import cn.doublerandom.eventstore.decider.Decider;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Streams read and replayed: whole, or from what is remembered of them. */
final class History<E, S> {
  private final Decider<?, E, S> decider;
  private final EventCodec<E> codec;
  private final Remembered<S> remembered;

  /**
   * @param most so many states are remembered
   */
  History(Decider<?, E, S> decider, EventCodec<E> codec, int most) {
    this.decider = decider;
    this.codec = codec;
    this.remembered = new Remembered<>(most);
  }

  /**
   * Events of streams, of those that are known only what came since.
   *
   * @param known by stream; the first event of such a stream is the one it is known by, or the
   *     stream came whole
   */
  record Read<S>(List<StoredEvent> events, Map<String, Known<S>> known) {
    static <S> Read<S> whole(List<StoredEvent> events) {
      return new Read<>(events, Map.of());
    }
  }

  /**
   * @param own streams among them that these events are of; the others come whole
   */
  Uni<Read<S>> read(EventStore store, Collection<String> streams, Collection<String> own) {
    Map<String, Known<S>> known = remembered.of(store.scope(), own);
    if (known.isEmpty()) {
      return store.load(streams).map(Read::whole);
    }
    return store.loadSince(marks(streams, known)).map(events -> new Read<>(events, known));
  }

  private Map<String, Mark> marks(Collection<String> streams, Map<String, Known<S>> known) {
    Map<String, Mark> marks = new HashMap<>();
    for (String stream : streams) {
      @Nullable Known<S> state = known.get(stream);
      marks.put(stream, state == null ? Mark.NONE : state.mark());
    }
    return marks;
  }

  /** The streams as they stand, in the order they are asked for. */
  Map<String, Loaded<S>> of(Scope scope, Collection<String> streams, Read<S> read) {
    Map<String, Loaded<S>> states = new LinkedHashMap<>();
    streams.forEach(stream -> states.put(stream, new Loaded<>(decider.initial(), 0)));
    Map<String, StoredEvent> last = new HashMap<>();
    for (StoredEvent event : read.events()) {
      @Nullable Loaded<S> before = states.get(event.stream());
      if (before != null) {
        states.put(event.stream(), after(event, before, read.known().get(event.stream())));
        last.put(event.stream(), event);
      }
    }
    last.forEach((stream, event) ->
        remembered.put(scope, stream, Objects.requireNonNull(states.get(stream)), event.id()));
    return states;
  }

  /** A stream whose events are all there, whoever they were read for; it is not remembered. */
  Loaded<S> alone(String stream, List<StoredEvent> events) {
    var state = new Loaded<>(decider.initial(), 0);
    for (StoredEvent event : events) {
      if (event.stream().equals(stream)) {
        state = after(event, state, null);
      }
    }
    return state;
  }

  private Loaded<S> after(StoredEvent event, Loaded<S> before, @Nullable Known<S> known) {
    return known != null && known.mark().isOf(event)
        ? known.loaded()
        : new Loaded<>(decider.evolve(before.state(), codec.decode(event)), event.version());
  }

  /** What was just decided and stored is known. */
  void remember(Scope scope, Map<String, Handled<E, S>> decided, List<Append> appends) {
    for (Append append : appends) {
      if (decided.get(append.stream())
          instanceof Handled.Done<E, S>(var state, var version, var events)) {
        remembered.put(
            scope, append.stream(), new Loaded<>(state, version), append.events().getLast().id());
      }
    }
  }

  /**
   * The states of streams, each right after one of its events; of no others. What is remembered of
   * such a moment is not read again.
   *
   * @param versions by stream
   */
  Uni<Map<String, S>> at(EventStore store, Map<String, Long> versions) {
    Map<String, Known<S>> known = remembered.at(store.scope(), versions);
    Uni<List<StoredEvent>> events =
        known.isEmpty()
            ? store.load(versions.keySet())
            : store.loadSince(marks(versions.keySet(), known));
    return events.map(read -> at(store.scope(), versions, new Read<>(read, known)));
  }

  private Map<String, S> at(Scope scope, Map<String, Long> versions, Read<S> read) {
    Map<String, Loaded<S>> states = new LinkedHashMap<>();
    Map<String, StoredEvent> last = new HashMap<>();
    for (StoredEvent event : read.events()) {
      String stream = event.stream();
      if (event.version() <= versions.getOrDefault(stream, 0L)) {
        Loaded<S> before = states.getOrDefault(stream, new Loaded<>(decider.initial(), 0));
        states.put(stream, after(event, before, read.known().get(stream)));
        last.put(stream, event);
      }
    }
    Map<String, S> moments = new LinkedHashMap<>();
    states.forEach((stream, loaded) -> {
      moments.put(stream, loaded.state());
      remembered.putIfLatest(scope, stream, loaded, Objects.requireNonNull(last.get(stream)).id());
    });
    return moments;
  }

  /** The state right after one event of a stream; where it has none, that of the beginning. */
  Uni<S> at(EventStore store, String stream, long version) {
    return at(store, Map.of(stream, version))
        .map(states -> states.containsKey(stream) ? states.get(stream) : decider.initial());
  }
}
