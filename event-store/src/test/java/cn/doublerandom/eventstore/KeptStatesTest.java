package cn.doublerandom.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Who only reads does not make anybody replay what is known. */
class KeptStatesTest {
  sealed interface Count {}

  record Counted(int by) implements Count {}

  private final AtomicInteger folded = new AtomicInteger();

  private final EventStore store = new InMemoryEventStore();
  private final EventCodec<Count> codec = new EventCodec<>(Count.class);

  private final CommandHandler<Integer, Count, Integer> handler =
      new CommandHandler<>(
          store,
          new Decider<>() {
            @Override
            public Integer initial() {
              return 0;
            }

            @Override
            public Decision<Count> decide(Integer by, Integer state) {
              return Decision.accept(new Counted(by));
            }

            @Override
            public Integer evolve(Integer state, Count event) {
              folded.incrementAndGet();
              return switch (event) {
                case Counted(int by) -> state + by;
              };
            }
          },
          codec);

  private final KeptStates<Integer> kept = handler.kept(2);

  private static CommandContext context() {
    Instant now = Instant.parse("2023-03-15T01:00:00Z");
    return new CommandContext("t", now, now, "c", "r", Optional.empty(), OptionalLong.empty());
  }

  private void add(String stream, int by) {
    handler.handle(stream, by, context()).await().indefinitely();
  }

  private int read(String stream) {
    return kept.of(stream).await().indefinitely().state();
  }

  private int foldsOf(Runnable reading) {
    int before = folded.get();
    reading.run();
    return folded.get() - before;
  }

  @Test
  void a_stream_that_has_not_grown_is_replayed_once_however_often_it_is_asked_for() {
    add("plan", 3);
    add("plan", 4);
    assertThat(foldsOf(() -> assertThat(read("plan")).isEqualTo(7))).isEqualTo(2);
    assertThat(
            foldsOf(() -> {
              for (int visitor = 0; visitor < 100; visitor++) {
                assertThat(read("plan")).isEqualTo(7);
              }
            }))
        .isZero();
  }

  @Test
  void what_happened_a_moment_ago_is_in_the_next_answer() {
    add("plan", 3);
    assertThat(read("plan")).isEqualTo(3);
    add("plan", 5);
    assertThat(read("plan")).isEqualTo(8);
    assertThat(kept.of("plan").await().indefinitely().version()).isEqualTo(2);
  }

  @Test
  void only_so_many_are_kept_and_the_one_asked_for_longest_ago_goes_first() {
    for (String stream : new String[] {"a", "b", "c"}) {
      add(stream, 1);
      assertThat(read(stream)).isOne();
    }
    assertThat(foldsOf(() -> read("c"))).isZero();
    assertThat(foldsOf(() -> read("a"))).isOne();
  }

  @Test
  void a_stream_that_does_not_exist_takes_no_place_from_one_that_does() {
    add("a", 1);
    add("b", 1);
    read("a");
    read("b");
    for (int guess = 0; guess < 50; guess++) {
      assertThat(read("guess-" + guess)).isZero();
    }
    assertThat(foldsOf(() -> read("a"))).isZero();
  }

  @Test
  void of_a_stream_that_has_grown_only_what_is_new_is_replayed() {
    for (int n = 0; n < 20; n++) {
      add("plan", 1);
    }
    read("plan");
    add("plan", 5);
    assertThat(foldsOf(() -> assertThat(read("plan")).isEqualTo(25))).isOne();
  }

  @Test
  void who_remembers_decides_the_next_command_without_replaying_what_he_decided_before() {
    CommandHandler<Integer, Count, Integer> remembering = handler.remembering(2);
    for (int n = 1; n <= 20; n++) {
      int sum = n;
      assertThat(
              foldsOf(() ->
                  assertThat(remembering.handle("plan", 1, context()).await().indefinitely())
                      .isInstanceOfSatisfying(
                          Handled.Done.class, done -> assertThat(done.state()).isEqualTo(sum))))
          .isOne();
    }
    assertThat(foldsOf(() -> remembering.kept().of("plan").await().indefinitely())).isZero();
  }

  @Test
  void what_was_remembered_of_a_log_put_back_to_an_earlier_day_is_forgotten() {
    InMemoryEventStore today = new InMemoryEventStore();
    InMemoryEventStore yesterday = new InMemoryEventStore();
    CommandHandler<Integer, Count, Integer> remembering = handler.remembering(2).over(today);
    handler.over(yesterday).handle("plan", 3, context()).await().indefinitely();
    remembering.handle("plan", 40, context()).await().indefinitely();
    remembering.handle("plan", 50, context()).await().indefinitely();

    assertThat(remembering.over(yesterday).load("plan").await().indefinitely().state())
        .isEqualTo(3);
    assertThat(remembering.over(today).load("plan").await().indefinitely().state()).isEqualTo(90);
  }

  @Test
  void of_many_streams_those_that_are_there_are_told_with_one_reading() {
    add("plan-2022", 3);
    add("plan-2023", 4);
    var years = kept.of(List.of("plan-2023", "plan-2022", "plan-2021")).await().indefinitely();
    assertThat(years.keySet()).containsExactly("plan-2023", "plan-2022", "plan-2021");
    assertThat(years.values().stream().map(CommandHandler.Loaded::state)).containsExactly(4, 3, 0);
  }

  @Test
  void a_story_that_was_told_goes_on_with_what_is_new() {
    KeptStories<Count> stories = new KeptStories<>(store, codec, 1);
    assertThat(stories.of("plan").await().indefinitely()).isEmpty();
    add("plan", 3);
    add("plan", 4);
    var first = stories.of("plan").await().indefinitely();
    assertThat(first.stream().map(KeptStories.Told::event))
        .containsExactly(new Counted(3), new Counted(4));
    add("plan", 5);
    add("other", 9);
    var whole = stories.of("plan").await().indefinitely();
    assertThat(whole.subList(0, 2)).isEqualTo(first);
    assertThat(whole.getLast().event()).isEqualTo(new Counted(5));
    assertThat(whole.getLast().version()).isEqualTo(3);
    assertThat(whole.getLast().circumstances().actor()).isEqualTo("t");
    assertThat(stories.of("other").await().indefinitely()).hasSize(1);
    assertThat(stories.of("plan").await().indefinitely()).isEqualTo(whole);
  }

  @Test
  void a_moment_ago_is_known_to_who_remembers_and_an_earlier_one_is_replayed() {
    CommandHandler<Integer, Count, Integer> remembering = handler.remembering(2);
    for (int n = 0; n < 20; n++) {
      remembering.handle("plan", 1, context()).await().indefinitely();
    }

    for (long version : new long[] {20, 19, 13}) {
      assertThat(foldsOf(() -> assertThat(at(remembering, version)).isEqualTo((int) version)))
          .as("after event %d", version)
          .isZero();
    }
    assertThat(foldsOf(() -> assertThat(at(remembering, 12)).isEqualTo(12))).isEqualTo(12);
    assertThat(foldsOf(() -> remembering.kept().of("plan").await().indefinitely()))
        .as("who asks of what was is not believed to know what is")
        .isZero();
  }

  @Test
  void who_only_follows_replays_a_stream_once_and_then_what_is_new() {
    CommandHandler<Integer, Count, Integer> following = handler.remembering(2);
    add("plan", 3);
    assertThat(foldsOf(() -> assertThat(at(following, 1)).isEqualTo(3))).isOne();
    add("plan", 4);
    add("plan", 5);
    assertThat(foldsOf(() -> assertThat(at(following, 3)).isEqualTo(12))).isEqualTo(2);
    assertThat(foldsOf(() -> assertThat(at(following, 2)).isEqualTo(7))).isOne();
  }

  private static int at(CommandHandler<Integer, Count, Integer> handler, long version) {
    return handler.stateAt("plan", version).await().indefinitely();
  }
}
