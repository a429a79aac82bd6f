package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.CommandHandler.Loaded;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of the streams asked for last, for who only reads: a stream is replayed again when it
 * has grown, not at every visit. How far it has grown is asked of the store each time, so an answer
 * is never older than the question; there are never more than so many states in memory.
 */
public final class KeptStates<S> {
  private final CommandHandler<?, ?, S> handler;
  private final Map<String, Loaded<S>> kept;

  KeptStates(CommandHandler<?, ?, S> handler, int most) {
    this.handler = handler;
    this.kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Loaded<S>> eldest) {
            return size() > most;
          }
        };
  }

  /** The stream as it stands. */
  public Uni<Loaded<S>> of(String stream) {
    return handler
        .version(stream)
        .flatMap(version -> {
          Loaded<S> before = get(stream);
          return before != null && before.version() >= version
              ? Uni.createFrom().item(before)
              : handler.load(stream).invoke(loaded -> put(stream, loaded));
        });
  }

  private synchronized @Nullable Loaded<S> get(String stream) {
    return kept.get(stream);
  }

  /** Streams that do not exist take no room. */
  private synchronized void put(String stream, Loaded<S> loaded) {
    if (loaded.version() > 0) {
      kept.put(stream, loaded);
    }
  }
}
