package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Scope;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * How what waits follows from the streams of one kind.
 *
 * @param has whether a stream is of that kind
 * @param begins types of the events something begins to wait with
 * @param ends types of the events it may end with, of which most end nothing
 * @param declines types of the events by which what was asked for is not agreed to or sent back
 * @param handler of the streams
 * @param says what waits by the name and the state of a stream
 */
public record PendingStreams<S>(
    Predicate<String> has,
    Set<String> begins,
    Set<String> ends,
    Set<String> declines,
    CommandHandler<?, ?, S> handler,
    BiFunction<String, S, List<Pending>> says) {
  public PendingStreams {
    begins = Set.copyOf(begins);
    ends = Set.copyOf(ends);
    declines = Set.copyOf(declines);
  }

  /** Where nobody can say no. */
  public PendingStreams(
      Predicate<String> has,
      Set<String> begins,
      Set<String> ends,
      CommandHandler<?, ?, S> handler,
      BiFunction<String, S, List<Pending>> says) {
    this(has, begins, ends, Set.of(), handler, says);
  }

  /** Whether with an event of a type somebody may be told that he was not agreed with. */
  boolean declinesWith(String type) {
    return declines.contains(name(type));
  }

  /** Whether what waits may be something else after an event of a type. */
  boolean turnsWith(String type) {
    return beginsWith(type) || ends.contains(name(type));
  }

  /** Whether something may begin to wait with an event of a type. */
  boolean beginsWith(String type) {
    return begins.contains(name(type));
  }

  /** An event keeps its name when its form gets another version. */
  static String name(String type) {
    int version = type.indexOf('.');
    return version < 0 ? type : type.substring(0, version);
  }

  /** What waits in the streams, each right after one of its events. */
  Uni<Map<String, List<Pending>>> at(Scope scope, Map<String, Long> versions) {
    return handler
        .within(scope)
        .statesAt(versions)
        .map(states -> {
          Map<String, List<Pending>> all = new HashMap<>();
          states.forEach((stream, state) -> all.put(stream, says.apply(stream, state)));
          return all;
        });
  }
}
