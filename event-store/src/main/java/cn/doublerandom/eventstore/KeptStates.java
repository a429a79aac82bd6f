package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.CommandHandler.Loaded;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;

/**
 * Streams for who only reads: one that has not grown is not replayed at every visit, of one that
 * has only what is new. The store is asked each time, so an answer is never older than the
 * question.
 */
public final class KeptStates<S> {
  private final CommandHandler<?, ?, S> handler;

  KeptStates(CommandHandler<?, ?, S> handler) {
    this.handler = handler;
  }

  /** The stream as it stands. */
  public Uni<Loaded<S>> of(String stream) {
    return handler.load(stream);
  }

  /** The streams as they stand, in the order they are asked for, with one read. */
  public Uni<Map<String, Loaded<S>>> of(Collection<String> streams) {
    return handler.load(streams);
  }
}
