package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.CommandHandler.Loaded;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What follows at a stream of another kind from what is decided at this one. Both are stored in one
 * statement or neither is, so that a rule between two streams is a decision of each, and nobody
 * comes between the two.
 *
 * @param <D> events it follows from
 */
public final class Beside<D> {
  private final String stream;
  private final Rule<D> rule;

  private Beside(String stream, Rule<D> rule) {
    this.stream = stream;
    this.rule = rule;
  }

  /** Types of the other stream are nobody's business here. */
  private interface Rule<D> {
    Outcome decide(List<StoredEvent> history, List<D> decided, CommandContext context);
  }

  /** What the other stream makes of it. */
  sealed interface Outcome {
    /** What is stored elsewhere with it, if anything. */
    record Accepted(List<Append> appends) implements Outcome {}

    /** Nothing happens at either. */
    record Refused(Rejection rejection, Map<String, Object> details) implements Outcome {}
  }

  /**
   * What follows from the events of one stream at another.
   *
   * @param handler of the other stream
   * @param command that follows; absent where nothing does
   */
  public static <D, C, E, S> Beside<D> of(
      CommandHandler<C, E, S> handler, String stream, Function<List<D>, Optional<C>> command) {
    return new Beside<>(
        stream,
        (history, decided, context) ->
            command
                .apply(decided)
                .map(follows -> outcome(handler, stream, follows, history, context))
                .orElseGet(() -> new Outcome.Accepted(List.of())));
  }

  private static <C, E, S> Outcome outcome(
      CommandHandler<C, E, S> handler,
      String stream,
      C command,
      List<StoredEvent> history,
      CommandContext context) {
    Loaded<S> loaded = handler.replayed(stream, history);
    return switch (handler.decision(command, loaded)) {
      case Decision.Rejected<E>(var rejection, var details) ->
          new Outcome.Refused(rejection, details);
      case Decision.Accepted<E>(var events) ->
          new Outcome.Accepted(
              events.isEmpty()
                  ? List.of()
                  : List.of(new Append(stream, loaded.version(), handler.encode(events, context))));
    };
  }

  String stream() {
    return stream;
  }

  /** What follows at all of them; the first refusal refuses all. */
  static <D> Outcome all(
      List<Beside<D>> others, List<StoredEvent> events, List<D> decided, CommandContext context) {
    List<Append> appends = new ArrayList<>();
    for (Beside<D> other : others) {
      switch (other.follow(events, decided, context)) {
        case Outcome.Accepted(var more) -> appends.addAll(more);
        case Outcome.Refused refused -> {
          return refused;
        }
      }
    }
    return new Outcome.Accepted(appends);
  }

  /**
   * The same decision anew whenever the first is.
   *
   * @param events of both streams
   */
  private Outcome follow(List<StoredEvent> events, List<D> decided, CommandContext context) {
    return rule.decide(
        events.stream().filter(e -> e.stream().equals(stream)).toList(), decided, context);
  }
}
