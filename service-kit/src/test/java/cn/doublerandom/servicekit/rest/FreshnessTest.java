package cn.doublerandom.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits for what was just done holds nobody up. */
class FreshnessTest {
  private final Vitals vitals = new Vitals();
  private final Map<String, Long> numbers = new ConcurrentHashMap<>();
  private final Freshness freshness =
      new Freshness(
          vitals,
          (stream, version) ->
              Uni.createFrom().item(Optional.ofNullable(numbers.get(stream + "@" + version))));

  private CompletableFuture<Long> seen(long seq) {
    return freshness.seen(seq).subscribeAsCompletionStage();
  }

  @Test
  void few_wait_at_once_without_a_thread_and_the_next_is_told_to_come_again() throws Exception {
    vitals.projected("subject", 5);
    List<CompletableFuture<Long>> waiting = new ArrayList<>();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    for (int i = 0; i < Freshness.MOST_WAITING; i++) {
      waiting.add(seen(6));
    }
    CompletableFuture<Long> oneTooMany = seen(6);

    assertThat(oneTooMany).isCompletedExceptionally();
    assertThat(refusal(oneTooMany)).isEqualTo(EdgeRejection.NOT_YET_VISIBLE);
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
        .isLessThan(threads + Freshness.MOST_WAITING / 2);
    vitals.projected("subject", 6);
    for (CompletableFuture<Long> one : waiting) {
      assertThat(one.get(2, TimeUnit.SECONDS)).isEqualTo(6);
    }
    assertThat(seen(6)).isCompletedWithValue(6L);
    assertThat(seen(7)).isNotDone();
  }

  @Test
  void who_answered_a_command_with_a_version_shows_it_once_it_is_numbered_and_projected() {
    vitals.projected("subject", 5);
    CompletableFuture<Long> shown =
        freshness.seen(0, Freshness.Version.of("subject-CY-0001@3")).subscribeAsCompletionStage();
    assertThat(shown).isNotDone();

    numbers.put("subject-CY-0001@3", 6L);
    assertThat(shown).isNotDone();
    vitals.projected("subject", 6);

    assertThat(shown).succeedsWithin(Duration.ofSeconds(2)).isEqualTo(6L);
  }

  @Test
  void a_version_that_never_comes_is_waited_for_no_longer_than_anything_else() {
    vitals.projected("subject", 5);
    assertThat(freshness.seen(0, Freshness.Version.of("nobody@1")).subscribeAsCompletionStage())
        .failsWithin(Duration.ofSeconds(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject-CY-0001", "@3", "subject-CY-0001@0", "subject-CY-0001@x", "s@"})
  void what_names_no_version_is_refused(String given) {
    assertThatThrownBy(() -> Freshness.Version.of(given))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.rejection()).isEqualTo(EdgeRejection.SEEN_INVALID));
  }

  @Test
  void nobody_waits_for_a_stream_of_another_bureau() {
    var names = new StreamNames(List.of(new StreamKind("subject")), List.of());
    List<String> looked = new ArrayList<>();
    Freshness.Places all =
        (stream, version) -> {
          looked.add(stream);
          return Uni.createFrom().item(Optional.empty());
        };
    for (String bureau : List.of("", "130534.scjg")) {
      Freshness.Places own =
          Freshness.own(all, names, () -> Uni.createFrom().item(Optional.of(new Scope(bureau))));
      own.seqOf("subject-CY-0001", 3).await().indefinitely();
      assertThatThrownBy(() -> own.seqOf("subject~130534.jtj~CY-0001", 3).await().indefinitely())
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.rejection()).isEqualTo(EdgeRejection.SEEN_INVALID));
    }
    assertThat(looked).containsExactly("subject-CY-0001", "subject~130534.scjg~CY-0001");
  }

  @Test
  void nobody_waits_longer_than_five_seconds() {
    vitals.projected("subject", 5);
    assertThat(seen(Long.MAX_VALUE)).failsWithin(Duration.ofSeconds(8));
  }

  private static Object refusal(CompletableFuture<Long> failed) {
    try {
      return failed.join();
    } catch (CompletionException e) {
      return ((ProblemException) e.getCause()).rejection();
    }
  }
}
