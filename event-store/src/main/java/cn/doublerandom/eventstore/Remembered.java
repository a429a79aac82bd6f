package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.CommandHandler.Loaded;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The states of the streams asked for last, each with the event it came of: the latest few of a
 * stream, for who asks of a moment ago. They share what did not change. What is remembered is
 * believed only as long as the store still has that event: a database that was put back to an
 * earlier day, or a transaction that came to nothing, is noticed and the stream read whole.
 */
final class Remembered<S> {
  /** Of one stream; who tells and who shows is rarely further behind who decides. */
  private static final int MOMENTS = 8;

  private final Map<StreamNames.Scoped, Deque<Known<S>>> states;

  /** A state, and the event after which it was so. */
  record Known<S>(Loaded<S> loaded, Mark mark) {}

  /**
   * @param most states of so many streams are in memory
   */
  Remembered(int most) {
    this.states =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(
              Map.Entry<StreamNames.Scoped, Deque<Known<S>>> eldest) {
            return size() > most;
          }
        };
  }

  /** What is known of the streams of a scope; nothing of most of them. */
  synchronized Map<String, Known<S>> of(Scope scope, Collection<String> streams) {
    Map<String, Long> latest = new HashMap<>();
    streams.forEach(stream -> latest.put(stream, Long.MAX_VALUE));
    return at(scope, latest);
  }

  /**
   * What is known of streams at one of their events, or not long before it.
   *
   * @param versions by stream; nothing later is given
   */
  synchronized Map<String, Known<S>> at(Scope scope, Map<String, Long> versions) {
    Map<String, Known<S>> known = new HashMap<>();
    versions.forEach((stream, version) -> {
      @Nullable Deque<Known<S>> moments = states.get(new StreamNames.Scoped(scope, stream));
      if (moments != null) {
        Iterator<Known<S>> back = moments.descendingIterator();
        while (back.hasNext() && !known.containsKey(stream)) {
          Known<S> moment = back.next();
          if (moment.mark().version() <= version) {
            known.put(stream, moment);
          }
        }
      }
    });
    return known;
  }

  /** The latest state of a stream. Streams that do not exist take no room. */
  synchronized void put(Scope scope, String stream, Loaded<S> loaded, UUID lastEvent) {
    if (loaded.version() > 0) {
      Deque<Known<S>> moments =
          states.computeIfAbsent(new StreamNames.Scoped(scope, stream), s -> new ArrayDeque<>());
      while (!moments.isEmpty() && moments.getLast().mark().version() >= loaded.version()) {
        moments.removeLast();
      }
      moments.addLast(new Known<>(loaded, new Mark(loaded.version(), lastEvent)));
      if (moments.size() > MOMENTS) {
        moments.removeFirst();
      }
    }
  }

  /** A state of a moment ago, where nothing later is known. */
  synchronized void putIfLatest(Scope scope, String stream, Loaded<S> loaded, UUID lastEvent) {
    if (of(scope, Set.of(stream)).values().stream()
        .allMatch(known -> known.mark().version() < loaded.version())) {
      put(scope, stream, loaded, lastEvent);
    }
  }
}
