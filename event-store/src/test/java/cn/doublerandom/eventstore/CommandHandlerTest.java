package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.DeciderSpecification;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.eventstore.decider.StreamKind;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommandHandlerTest {
  sealed interface Count {}

  record Counted(int by) implements Count {}

  private enum Refusal implements Rejection {
    TOO_MUCH;

    @Override
    public Wording wording() {
      return new Wording("too-much", "太多了。", "Too much.", Kind.CONFLICT);
    }
  }

  private static final Decider<Integer, Count, Integer> COUNTER =
      new Decider<>() {
        @Override
        public Integer initial() {
          return 0;
        }

        @Override
        public Decision<Count> decide(Integer by, Integer state) {
          return state + by > 10
              ? Decision.reject(Refusal.TOO_MUCH)
              : Decision.accept(new Counted(by));
        }

        @Override
        public Integer evolve(Integer state, Count event) {
          return switch (event) {
            case Counted(int by) -> state + by;
          };
        }
      };

  /** A store in which some time passes between reading and writing. */
  private static class Hesitant implements EventStore {
    final EventStore store;

    Hesitant(EventStore store) {
      this.store = store;
    }

    @Override
    public Uni<List<StoredEvent>> load(Collection<String> streams) {
      return store.load(streams).onItem().delayIt().by(Duration.ofMillis(2));
    }

    @Override
    public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
      return store.loadSince(known).onItem().delayIt().by(Duration.ofMillis(2));
    }

    @Override
    public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
      return store.append(appends, key);
    }

    @Override
    public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
      return store.remembered(key);
    }
  }

  /** A store in which somebody else is always first. */
  private static final class AlwaysSecond extends Hesitant {
    AlwaysSecond(EventStore store) {
      super(store);
    }

    @Override
    public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
      return Uni.createFrom().item(AppendOutcome.CONFLICT);
    }
  }

  private final CommandHandler<Integer, Count, Integer> handler =
      new CommandHandler<>(new InMemoryEventStore(), COUNTER, new EventCodec<>(Count.class));

  private static CommandContext context(Optional<CommandKey> key, OptionalLong expected) {
    Instant now = Instant.parse("2023-03-15T01:00:00Z");
    return new CommandContext("tester", now, now, "c", "r", key, expected);
  }

  private Handled<Count, Integer> handle(int by, Optional<CommandKey> key) {
    return handler.handle("n", by, context(key, OptionalLong.empty())).await().indefinitely();
  }

  @Test
  void a_command_adds_to_what_happened_before() {
    handle(3, Optional.empty());
    var done = (Handled.Done<Count, Integer>) handle(4, Optional.empty());

    assertThat(done.state()).isEqualTo(7);
    assertThat(done.version()).isEqualTo(2);
  }

  @Test
  void a_repeated_request_gets_its_first_answer_even_where_it_would_now_be_refused() {
    var key = Optional.of(new CommandKey("k", "h"));
    handle(8, key);

    assertThat(handle(8, key)).isEqualTo(new Handled.Done<>(8, 1, List.of()));
    assertThat(handle(8, Optional.empty())).isInstanceOf(Handled.Refused.class);
    assertThat(handle(1, Optional.of(new CommandKey("k", "other"))))
        .isInstanceOf(Handled.KeyReused.class);
  }

  @Test
  void a_client_that_saw_an_older_version_is_told_the_newer_one() {
    handle(1, Optional.empty());
    var outcome =
        handler
            .handle("n", 1, context(Optional.empty(), OptionalLong.of(0)))
            .await()
            .indefinitely();
    assertThat(outcome).isEqualTo(new Handled.VersionMismatch<>(1));
  }

  @Test
  void ten_who_write_to_one_stream_at_once_are_all_heard() {
    var store = new InMemoryEventStore();
    var contended =
        new CommandHandler<>(new Hesitant(store), COUNTER, new EventCodec<>(Count.class));
    List<CompletableFuture<Handled<Count, Integer>>> all =
        IntStream.range(0, 10)
            .mapToObj(i ->
                contended
                    .handle("n", 1, context(Optional.empty(), OptionalLong.empty()))
                    .subscribeAsCompletionStage())
            .toList();

    all.forEach(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(20)));
    assertThat(contended.load("n").await().indefinitely().state()).isEqualTo(10);
  }

  @Test
  void a_command_that_always_loses_the_race_is_told_so_and_nothing_of_it_is_stored() {
    var store = new InMemoryEventStore();
    var unlucky =
        new CommandHandler<>(new AlwaysSecond(store), COUNTER, new EventCodec<>(Count.class));
    var answer =
        unlucky
            .handle("n", 1, context(Optional.empty(), OptionalLong.empty()))
            .subscribeAsCompletionStage();

    assertThat(answer)
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withCauseInstanceOf(RaceLost.class);
    assertThat(unlucky.load("n").await().indefinitely().version()).isZero();
  }

  @Test
  void one_refusal_in_a_bulk_refuses_all_of_it() {
    Map<String, Integer> commands = new LinkedHashMap<>();
    commands.put("a", 1);
    commands.put("b", 11);
    var outcome =
        handler
            .handleAll(commands, context(Optional.empty(), OptionalLong.empty()))
            .await()
            .indefinitely();

    assertThat(outcome).containsOnlyKeys("b");
    assertThat(handler.load("a").await().indefinitely().version()).isZero();
  }

  /** Whatever is counted at one stream is counted at another beside it. */
  private static Handled<Count, Integer> both(EventStore store, int by) {
    var one = new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class));
    var other = new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class));
    return one.handle(
            "n", by, context(Optional.empty(), OptionalLong.empty()), List.of(also(other, "m")))
        .await()
        .indefinitely();
  }

  private static Beside<Count> also(CommandHandler<Integer, Count, Integer> other, String stream) {
    return Beside.of(
        other, stream, counted -> counted.stream().map(c -> ((Counted) c).by()).findFirst());
  }

  private static Handled<Count, Integer> allThree(EventStore store, int by) {
    var one = new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class));
    var other = new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class));
    return one.handle(
            "n",
            by,
            context(Optional.empty(), OptionalLong.empty()),
            List.of(also(other, "m"), also(other, "o")))
        .await()
        .indefinitely();
  }

  @Test
  void what_follows_at_two_other_streams_is_stored_with_it_or_nothing_is() {
    var store = new InMemoryEventStore();
    allThree(store, 3);
    assertThat(List.of(count(store, "n"), count(store, "m"), count(store, "o")))
        .containsExactly(3, 3, 3);

    var overtaken = new Overtaken(store, "o", 5);
    assertThat(allThree(overtaken, 3))
        .as("the second of the others had no room any more")
        .isEqualTo(new Handled.Refused<>(Refusal.TOO_MUCH, Map.of()));
    assertThat(List.of(count(store, "n"), count(store, "m"), count(store, "o")))
        .containsExactly(3, 3, 8);
  }

  private static int count(EventStore store, String stream) {
    return new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class))
        .load(stream)
        .await()
        .indefinitely()
        .state();
  }

  @Test
  void what_follows_at_another_stream_is_stored_with_it_or_neither_is() {
    var store = new InMemoryEventStore();
    both(store, 6);
    assertThat(List.of(count(store, "n"), count(store, "m"))).containsExactly(6, 6);

    new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class))
        .handle("m", 2, context(Optional.empty(), OptionalLong.empty()))
        .await()
        .indefinitely();
    assertThat(both(store, 4)).isEqualTo(new Handled.Refused<>(Refusal.TOO_MUCH, Map.of()));
    assertThat(List.of(count(store, "n"), count(store, "m"))).containsExactly(6, 8);
  }

  @Test
  void what_follows_from_several_is_stored_with_all_of_them_or_none_is() {
    var store = new InMemoryEventStore();
    var one = new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class));
    var other = new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class));
    for (int round = 0; round < 2; round++) {
      one.handleAll(
              Map.of("a", 1, "b", 2),
              context(Optional.empty(), OptionalLong.empty()),
              List.of(
                  Beside.of(
                      other,
                      "m",
                      counted ->
                          Optional.of(
                              3 * counted.stream().mapToInt(c -> ((Counted) c).by()).sum()))))
          .await()
          .indefinitely();
    }
    // The second time nine more would be too much.
    assertThat(List.of(count(store, "a"), count(store, "b"), count(store, "m")))
        .containsExactly(1, 2, 9);
  }

  /** Where somebody is quicker, once, at one stream. */
  private static final class Overtaken extends Hesitant {
    private final String stream;
    private final int by;
    private boolean done;

    Overtaken(EventStore store, String stream, int by) {
      super(store);
      this.stream = stream;
      this.by = by;
    }

    @Override
    public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
      if (done) {
        return super.append(appends, key);
      }
      done = true;
      return new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class))
          .handle(stream, by, context(Optional.empty(), OptionalLong.empty()))
          .flatMap(quicker -> super.append(appends, key));
    }
  }

  @Test
  void whoever_is_quicker_at_the_other_stream_is_heard_before_anything_is_decided() {
    var refused = new InMemoryEventStore();
    assertThat(both(new Overtaken(refused, "m", 5), 6)).isInstanceOf(Handled.Refused.class);
    assertThat(List.of(count(refused, "n"), count(refused, "m"))).containsExactly(0, 5);

    var accepted = new InMemoryEventStore();
    assertThat(both(new Overtaken(accepted, "m", 4), 6)).isInstanceOf(Handled.Done.class);
    assertThat(List.of(count(accepted, "n"), count(accepted, "m"))).containsExactly(6, 10);
  }

  @Test
  void the_specification_speaks_of_events_and_refusals() {
    var counter = DeciderSpecification.of(COUNTER);
    counter.given(new Counted(4)).when(5).then(new Counted(5));
    counter.given(new Counted(4)).and(new Counted(3)).when(5).thenRejected(Refusal.TOO_MUCH);
    assertThat(counter.given().having(2).when(2).state()).isEqualTo(4);
  }

  /** Two scopes over one store and one handler, as the services have it: who asks decides. */
  private static final class AskedBy implements EventStore {
    private final EventStore all = new InMemoryEventStore();
    private Scope asking = Scope.HOME;

    @Override
    public Uni<? extends EventStore> asked() {
      var names = new StreamNames(List.of(new StreamKind("s")), List.of());
      return Uni.createFrom().item(new ScopedEventStore(all, names, asking));
    }

    @Override
    public Uni<List<StoredEvent>> load(Collection<String> streams) {
      throw new IllegalStateException("nobody asks");
    }

    @Override
    public Uni<List<StoredEvent>> loadSince(Map<String, Mark> known) {
      throw new IllegalStateException("nobody asks");
    }

    @Override
    public Uni<AppendOutcome> append(List<Append> appends, Optional<CommandKey> key) {
      throw new IllegalStateException("nobody asks");
    }

    @Override
    public Uni<Optional<AppendOutcome>> remembered(CommandKey key) {
      throw new IllegalStateException("nobody asks");
    }
  }

  @Test
  void what_is_asked_is_asked_of_the_streams_of_who_asks_also_where_states_are_remembered() {
    var store = new AskedBy();
    var shared =
        new CommandHandler<>(store, COUNTER, new EventCodec<>(Count.class)).remembering(10);
    CommandContext context = context(Optional.empty(), OptionalLong.empty());

    shared.handle("s-1", 3, context).await().indefinitely();
    store.asking = new Scope("130534.scjg");

    assertThat(shared.load("s-1").await().indefinitely().version()).isZero();
    assertThat(shared.stateAt("s-1", 1).await().indefinitely()).isZero();
    assertThat(shared.statesAt(Map.of("s-1", 1L)).await().indefinitely()).isEmpty();
    assertThat(shared.kept().of("s-1").await().indefinitely().state()).isZero();
    assertThat(shared.wouldHandleAll(Map.of("s-1", 8)).await().indefinitely().get("s-1"))
        .isInstanceOf(Handled.Done.class);

    shared.handle("s-1", 5, context).await().indefinitely();
    assertThat(shared.load("s-1").await().indefinitely().state()).isEqualTo(5);

    store.asking = Scope.HOME;
    assertThat(shared.load("s-1").await().indefinitely().state()).isEqualTo(3);
    assertThat(shared.load("s-1").await().indefinitely().version()).isEqualTo(1);
  }
}
