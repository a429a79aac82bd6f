package cn.doublerandom.registry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.embedded.TestStack;
import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.person.Person;
import cn.doublerandom.eventstore.person.PersonKeys;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.PerBureau;
import cn.doublerandom.servicekit.identity.Rounds;
import cn.doublerandom.servicekit.memory.OwnStreams;
import cn.doublerandom.servicekit.memory.OwnTurn;
import cn.doublerandom.servicekit.view.OwnRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the service does by itself it does for one bureau at a time, and as that bureau. */
@QuarkusTest
@QuarkusTestResource(
    value = TestStack.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
class OwnWorkIT {
  private static final BureauKey MARKET = new BureauKey("130534.scjg");
  private static final BureauKey NEXT = new BureauKey("130535");

  @Inject Rounds rounds;
  @Inject Asking asking;
  @Inject EventStore store;
  @Inject OwnStreams streams;
  @Inject OwnTurn turn;
  @Inject PersonKeys keys;

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(Duration.ofSeconds(20));
  }

  private <T> T as(BureauKey bureau, Supplier<Uni<? extends T>> work) {
    return await(rounds.<T>as(bureau, work));
  }

  /** Asks at the beginning and again after the work has gone to other threads and come back. */
  private Uni<String> whoAsks() {
    return asking
        .orSeed()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(first -> asking.orSeed().map(then -> first + " " + then))
        .flatMap(both -> OwnRows.bureau().map(rows -> both + " " + rows));
  }

  @Test
  void each_bureau_has_its_turn_after_the_other_and_one_it_fails_for_keeps_nobody_waiting() {
    List<String> asked = new ArrayList<>();

    await(
        rounds.through(
            List.of(NEXT, MARKET, BureauKey.SEED),
            "a test",
            bureau ->
                whoAsks()
                    .invoke(asked::add)
                    .invoke(who -> {
                      if (bureau.equals(MARKET)) {
                        throw new IllegalStateException("broken for one");
                      }
                    })));

    assertThat(asked)
        .containsExactly(
            "130534 130534 130534", "130534.scjg 130534.scjg 130534.scjg", "130535 130535 130535");
  }

  @Test
  void what_is_looked_after_goes_through_the_bureaus_that_are_served() {
    List<BureauKey> bureaus = new ArrayList<>();
    await(rounds.each("a test", bureau -> Uni.createFrom().item(bureau).invoke(bureaus::add)));
    assertThat(bureaus).containsExactly(BureauKey.SEED);
  }

  @Test
  void who_acts_for_a_bureau_meets_its_streams_and_nobody_elses() {
    var event = new NewEvent(NewEvent.newId(), "BatchNoted", "{}", "{}");
    String stream = RegistryStreams.BATCH.of("own-work");
    as(
        MARKET,
        () -> store.append(List.of(new Append(stream, 0, List.of(event))), Optional.empty()));

    assertThat(this.<List<String>>as(MARKET, () -> streams.ids(RegistryStreams.BATCH)))
        .containsExactly("own-work");
    assertThat(this.<Boolean>as(NEXT, () -> streams.any(RegistryStreams.BATCH))).isFalse();
    assertThat(this.<List<String>>as(BureauKey.SEED, () -> streams.ids(RegistryStreams.BATCH)))
        .doesNotContain("own-work");
    assertThat(as(BureauKey.SEED, () -> store.load(List.of(stream)))).isEmpty();
  }

  @Test
  void a_turn_that_is_taken_in_one_bureau_is_free_in_the_other() {
    Optional<Supplier<CompletionStage<Void>>> mine = as(MARKET, () -> turn.take("test"));
    assertThat(mine).isPresent();
    Optional<Supplier<CompletionStage<Void>>> again = as(MARKET, () -> turn.take("test"));
    assertThat(again).isEmpty();
    Optional<Supplier<CompletionStage<Void>>> other = as(BureauKey.SEED, () -> turn.take("test"));
    assertThat(other).isPresent();

    for (var taken : List.of(mine, other)) {
      await(Uni.createFrom().completionStage(taken.orElseThrow().get()));
    }
    Optional<Supplier<CompletionStage<Void>>> free = as(MARKET, () -> turn.take("test"));
    assertThat(free).isPresent();
    await(Uni.createFrom().completionStage(free.orElseThrow().get()));
  }

  @Test
  void a_person_of_the_same_number_in_two_bureaus_has_two_keys() {
    var person = new Person("inspector", "OW-1", "OW-1");
    Map<Person, String> told = Map.of(person, "测试甲");
    Map<Person, String> ofSeed = as(BureauKey.SEED, () -> keys.seal(told));
    Map<Person, String> ofMarket = as(MARKET, () -> keys.seal(told));

    assertThat(ofSeed).isNotEqualTo(ofMarket);
    assertThat(await(keys.open(ofSeed)))
        .as("where nobody asks the seed's is meant")
        .isEqualTo(told);
    assertThat(this.<Map<Person, String>>as(MARKET, () -> keys.open(ofMarket))).isEqualTo(told);
    assertThat(this.<Map<Person, String>>as(MARKET, () -> keys.open(ofSeed)))
        .containsValue(PersonKeys.UNREADABLE);
  }

  @Test
  void what_is_kept_between_requests_is_kept_of_each_bureau() {
    var kept = new PerBureau<>(AtomicInteger::new);
    kept.of(MARKET).set(7);
    assertThat(kept.of(MARKET)).hasValue(7);
    assertThat(kept.of(BureauKey.SEED)).hasValue(0);
  }
}
