package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.CommandHandler.Loaded;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The states of the streams asked for last, each with the event it came of. What is remembered is
 * believed only as long as the store still has that event: a database that was put back to an
 * earlier day, or a transaction that came to nothing, is noticed and the stream read whole.
 */
final class Remembered<S> {
  private final Map<StreamNames.Scoped, Known<S>> states;

  /** A state, and the event after which it was so. */
  record Known<S>(Loaded<S> loaded, Mark mark) {}

  /**
   * @param most so many states are in memory
   */
  Remembered(int most) {
    this.states =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<StreamNames.Scoped, Known<S>> eldest) {
            return size() > most;
          }
        };
  }

  /** What is known of the streams of a scope; nothing of most of them. */
  synchronized Map<String, Known<S>> of(Scope scope, Collection<String> streams) {
    Map<String, Known<S>> known = new HashMap<>();
    for (String stream : streams) {
      @Nullable Known<S> state = states.get(new StreamNames.Scoped(scope, stream));
      if (state != null) {
        known.put(stream, state);
      }
    }
    return known;
  }

  /** Streams that do not exist take no room. */
  synchronized void put(Scope scope, String stream, Loaded<S> loaded, UUID lastEvent) {
    if (loaded.version() > 0) {
      states.put(
          new StreamNames.Scoped(scope, stream),
          new Known<>(loaded, new Mark(loaded.version(), lastEvent)));
    }
  }
}
