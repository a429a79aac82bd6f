package cn.doublerandom.eventstore;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;

/** Load, replay, decide, append; again where another writer was first. */
public final class CommandHandler<C, E, S> {
  /** Attempts before a command that always loses the race is answered with {@link RaceLost}. */
  public static final int MAX_ATTEMPTS = 8;

  private final EventStore store;
  private final Decider<C, E, S> decider;
  private final EventCodec<E> codec;
  private final Executor deciding;
  private final History<E, S> history;

  /** Decides where the events arrive: right for rules that take microseconds. */
  public CommandHandler(EventStore store, Decider<C, E, S> decider, EventCodec<E> codec) {
    this(store, decider, codec, Runnable::run, new History<>(decider, codec, 0));
  }

  private CommandHandler(
      EventStore store,
      Decider<C, E, S> decider,
      EventCodec<E> codec,
      Executor deciding,
      History<E, S> history) {
    this.store = store;
    this.decider = decider;
    this.codec = codec;
    this.deciding = deciding;
    this.history = history;
  }

  /** The same with at most so many states in memory: of their streams only what is new is read. */
  public CommandHandler<C, E, S> remembering(int most) {
    return new CommandHandler<>(
        store, decider, codec, deciding, new History<>(decider, codec, most));
  }

  /** The same with rules that take long, as drawing teams does: decided by these threads. */
  public CommandHandler<C, E, S> decidingOn(Executor threads) {
    return new CommandHandler<>(store, decider, codec, threads, history);
  }

  /** The same by rules that somebody looks on at; what they decide must be the same. */
  public CommandHandler<C, E, S> decidedBy(Decider<C, E, S> rules) {
    return new CommandHandler<>(store, rules, codec, deciding, history);
  }

  /** The same rules over another store, for example one bound to an open transaction. */
  public CommandHandler<C, E, S> over(EventStore other) {
    return new CommandHandler<>(other, decider, codec, deciding, history);
  }

  /** The same rules over the streams of one scope, whoever asks. */
  public CommandHandler<C, E, S> within(Scope scope) {
    return over(store.in(scope));
  }

  /** A stream replayed. */
  public record Loaded<S>(S state, long version) {}

  public Uni<Loaded<S>> load(String stream) {
    return load(List.of(stream)).map(states -> Objects.requireNonNull(states.get(stream)));
  }

  /** The streams as they stand, in the order they are asked for, with one read. */
  Uni<Map<String, Loaded<S>>> load(Collection<String> streams) {
    return store.asked().flatMap(asked -> load(asked, streams));
  }

  private Uni<Map<String, Loaded<S>>> load(EventStore asked, Collection<String> streams) {
    return history
        .read(asked, streams, streams)
        .map(read -> history.of(asked.scope(), streams, read));
  }

  /** The states of the streams asked for last, at most so many; for who only reads. */
  public KeptStates<S> kept(int most) {
    return new KeptStates<>(remembering(most));
  }

  /** The states this remembers anyhow; for who only reads. */
  public KeptStates<S> kept() {
    return new KeptStates<>(this);
  }

  /** What would become of a command to a stream as it was read; nothing is stored. */
  public Handled<E, S> wouldHandle(C command, Loaded<S> as) {
    return decideOne(command, as, OptionalLong.empty());
  }

  /** The state right after one event of the stream. */
  public Uni<S> stateAt(String stream, long version) {
    return store.asked().flatMap(asked -> history.at(asked, stream, version));
  }

  /**
   * The states of several streams, each right after one of its events, with one read.
   *
   * @param versions by stream
   */
  public Uni<Map<String, S>> statesAt(Map<String, Long> versions) {
    return store.asked().flatMap(asked -> history.at(asked, versions));
  }

  public E decode(StoredEvent event) {
    return codec.decode(event);
  }

  /** An event for who does not look into its long lists, see {@link EventCodec#glance}. */
  public E glance(StoredEvent event) {
    return codec.glance(event);
  }

  public Uni<Handled<E, S>> handle(String stream, C command, CommandContext context) {
    return handleAll(Map.of(stream, command), context).map(all -> all.get(stream));
  }

  /** All commands or none: one refusal refuses all, and only the refused ones say why. */
  public Uni<Map<String, Handled<E, S>>> handleAll(
      Map<String, C> commands, CommandContext context) {
    return handleAll(commands, context, List.of());
  }

  /** All commands and what follows from them at other streams, each its own: all or nothing. */
  public Uni<Map<String, Handled<E, S>>> handleAll(
      Map<String, C> commands, CommandContext context, List<Beside<E>> beside) {
    return store
        .asked()
        .flatMap(asked -> attempt(new Asked<>(asked, commands, context, List.copyOf(beside)), 1));
  }

  /** A command, and what follows from it at other streams, each its own: all or nothing. */
  public Uni<Handled<E, S>> handle(
      String stream, C command, CommandContext context, List<Beside<E>> beside) {
    return handleAll(Map.of(stream, command), context, beside)
        .map(all -> Objects.requireNonNull(all.get(stream)));
  }

  /** What would become of each command, accepted or refused; nothing is stored. */
  public Uni<Map<String, Handled<E, S>>> wouldHandleAll(Map<String, C> commands) {
    return load(commands.keySet())
        .map(states -> {
          Map<String, Handled<E, S>> outcomes = new LinkedHashMap<>();
          states.forEach((stream, loaded) ->
              outcomes.put(
                  stream, wouldHandle(Objects.requireNonNull(commands.get(stream)), loaded)));
          return outcomes;
        });
  }

  private Uni<Map<String, Handled<E, S>>> attempt(Asked<C, E> asked, int number) {
    return history
        .read(asked.store(), asked.streams(), asked.commands().keySet())
        .emitOn(deciding)
        .flatMap(read -> decide(asked, read, number));
  }

  private Uni<Map<String, Handled<E, S>>> decide(
      Asked<C, E> asked, History.Read<S> read, int number) {
    Map<String, C> commands = asked.commands();
    CommandContext context = asked.context();
    Map<String, Loaded<S>> before = history.of(asked.scope(), commands.keySet(), read);
    Map<String, Handled<E, S>> after = new LinkedHashMap<>();
    Map<String, Handled<E, S>> refused = new LinkedHashMap<>();
    List<Append> appends = new ArrayList<>();
    List<E> decided = new ArrayList<>();
    before.forEach((stream, loaded) -> {
      C command = Objects.requireNonNull(commands.get(stream));
      Handled<E, S> handled = decideOne(command, loaded, context.expectedVersion());
      if (handled instanceof Handled.Done<E, S> done) {
        after.put(stream, done);
        if (!done.events().isEmpty()) {
          appends.add(new Append(stream, loaded.version(), encode(done.events(), context)));
          decided.addAll(done.events());
        }
      } else {
        refused.put(stream, handled);
      }
    });
    if (refused.isEmpty() && !decided.isEmpty()) {
      switch (Beside.all(asked.beside(), read.events(), decided, context)) {
        case Beside.Outcome.Accepted(var more) -> appends.addAll(more);
        case Beside.Outcome.Refused(var why, var details) ->
            commands.keySet().forEach(s -> refused.put(s, new Handled.Refused<>(why, details)));
      }
    }
    if (!refused.isEmpty() || (appends.isEmpty() && context.key().isEmpty())) {
      Map<String, Handled<E, S>> answer = refused.isEmpty() ? after : refused;
      return repetition(asked).map(earlier -> earlier.orElse(answer));
    }
    return asked
        .store()
        .append(appends, context.key())
        .flatMap(outcome ->
            switch (outcome) {
              case APPENDED -> {
                history.remember(asked.scope(), after, appends);
                yield Uni.createFrom().item(after);
              }
              case CONFLICT -> again(asked, number);
              case DUPLICATE -> asStored(asked);
              case KEY_REUSED -> Uni.createFrom().item(keyReused(commands));
            });
  }

  private Uni<Map<String, Handled<E, S>>> again(Asked<C, E> asked, int number) {
    if (number >= MAX_ATTEMPTS) {
      return Uni.createFrom().failure(new RaceLost(MAX_ATTEMPTS));
    }
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(RaceLost.pause(number))
        .flatMap(paused -> attempt(asked, number + 1));
  }

  private Handled<E, S> decideOne(C command, Loaded<S> loaded, OptionalLong expected) {
    if (expected.isPresent() && expected.getAsLong() != loaded.version()) {
      return new Handled.VersionMismatch<>(loaded.version());
    }
    return switch (decider.decide(command, loaded.state())) {
      case Decision.Rejected<E>(var rejection, var details) ->
          new Handled.Refused<>(rejection, details);
      case Decision.Accepted<E>(var events) -> {
        S state = loaded.state();
        for (E event : events) {
          state = decider.evolve(state, event);
        }
        yield new Handled.Done<>(state, loaded.version() + events.size(), events);
      }
    };
  }

  /** A refusal may only mean that the same request succeeded before: then that is the answer. */
  private Uni<Optional<Map<String, Handled<E, S>>>> repetition(Asked<C, E> asked) {
    if (asked.context().key().isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    return asked
        .store()
        .remembered(asked.context().key().get())
        .flatMap(outcome -> {
          if (outcome.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
          }
          return outcome.get() == AppendOutcome.DUPLICATE
              ? asStored(asked).map(Optional::of)
              : Uni.createFrom().item(Optional.of(keyReused(asked.commands())));
        });
  }

  private Uni<Map<String, Handled<E, S>>> asStored(Asked<C, E> asked) {
    return load(asked.store(), asked.commands().keySet())
        .map(states -> {
          Map<String, Handled<E, S>> answer = new LinkedHashMap<>();
          states.forEach((stream, loaded) ->
              answer.put(stream, new Handled.Done<>(loaded.state(), loaded.version(), List.of())));
          return answer;
        });
  }

  private Map<String, Handled<E, S>> keyReused(Map<String, C> commands) {
    Map<String, Handled<E, S>> answer = new LinkedHashMap<>();
    commands.keySet().forEach(stream -> answer.put(stream, new Handled.KeyReused<>()));
    return answer;
  }

  Loaded<S> replayed(String stream, List<StoredEvent> events) {
    return history.alone(stream, events);
  }

  Decision<E> decision(C command, Loaded<S> loaded) {
    return decider.decide(command, loaded.state());
  }

  List<NewEvent> encode(List<E> events, CommandContext context) {
    String metadata = context.json();
    return events.stream().map(e -> codec.written(e, metadata)).toList();
  }
}
