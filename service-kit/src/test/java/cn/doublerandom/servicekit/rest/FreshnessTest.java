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
import java.util.Set;
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
  private final Ledger ledger = new Ledger();
  private final Freshness freshness = new Freshness(vitals, ledger);

  /** What is stored, of that what has a number, and who was asked for. */
  private static final class Ledger implements Freshness.Places {
    private final Set<String> stored = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> numbers = new ConcurrentHashMap<>();
    private final List<String> looked = new ArrayList<>();
    private volatile long head = 5;

    @Override
    public Uni<Optional<Long>> seqOf(String stream, long version) {
      looked.add(stream);
      return Uni.createFrom().item(Optional.ofNullable(numbers.get(stream + "@" + version)));
    }

    @Override
    public Uni<Boolean> isStored(String stream, long version) {
      looked.add(stream);
      return Uni.createFrom().item(stored.contains(stream + "@" + version));
    }

    @Override
    public Uni<Long> head() {
      return Uni.createFrom().item(head);
    }
  }

  private CompletableFuture<Long> seen(String account, long seq) {
    return freshness
        .asked(Optional.of(account), seq, Optional.empty())
        .subscribeAsCompletionStage();
  }

  private CompletableFuture<Long> seen(String version) {
    return freshness
        .asked(Optional.of("zhang"), 0, Optional.of(Freshness.Version.of(version)))
        .subscribeAsCompletionStage();
  }

  @Test
  void who_is_not_signed_in_is_told_at_once_that_it_is_not_yet_visible() {
    vitals.projected("subject", 5);

    for (long seq : List.of(6L, Long.MAX_VALUE)) {
      CompletableFuture<Long> told =
          freshness.asked(Optional.empty(), seq, Optional.empty()).subscribeAsCompletionStage();

      assertThat(told).isCompletedExceptionally();
      assertThat(refusal(told)).isEqualTo(EdgeRejection.NOT_YET_VISIBLE);
    }
    assertThat(
            freshness
                .asked(Optional.empty(), 5, Optional.of(new Freshness.Version("subject-1", 9)))
                .subscribeAsCompletionStage())
        .isCompletedWithValue(5L);
    assertThat(ledger.looked).isEmpty();
  }

  @Test
  void one_account_leaves_the_others_their_places_to_wait() {
    vitals.projected("subject", 5);
    List<CompletableFuture<Long>> waiting = new ArrayList<>();
    for (int i = 0; i < Freshness.MOST_WAITING_OF_ACCOUNT; i++) {
      waiting.add(seen("li", 6));
    }

    CompletableFuture<Long> oneTooMany = seen("li", 6);

    assertThat(oneTooMany).isCompletedExceptionally();
    assertThat(refusal(oneTooMany)).isEqualTo(EdgeRejection.NOT_YET_VISIBLE);
    CompletableFuture<Long> another = seen("zhang", 6);
    assertThat(another).isNotDone();
    vitals.projected("subject", 6);
    assertThat(another).succeedsWithin(Duration.ofSeconds(2)).isEqualTo(6L);
    waiting.forEach(one -> assertThat(one).succeedsWithin(Duration.ofSeconds(2)));
    assertThat(seen("li", 7)).isNotDone();
  }

  @Test
  void a_number_far_beyond_the_last_that_was_given_is_not_waited_for() {
    vitals.projected("subject", 5);
    ledger.head = 5_000;

    assertThat(seen("zhang", 5_000 + Freshness.FAR)).isNotDone();
    CompletableFuture<Long> far = seen("zhang", 5_001 + Freshness.FAR);

    assertThat(far).isCompletedExceptionally();
    assertThat(refusal(far)).isEqualTo(EdgeRejection.NOT_YET_VISIBLE);
  }

  @Test
  void a_version_no_command_was_answered_with_is_not_waited_for() {
    vitals.projected("subject", 5);

    CompletableFuture<Long> never = seen("subject-CY-0001@999999");

    assertThat(never).isCompletedExceptionally();
    assertThat(refusal(never)).isEqualTo(EdgeRejection.NOT_YET_VISIBLE);
  }

  @Test
  void few_wait_at_once_without_a_thread_and_the_next_is_told_to_come_again() throws Exception {
    vitals.projected("subject", 5);
    List<CompletableFuture<Long>> waiting = new ArrayList<>();
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    for (int i = 0; i < Freshness.MOST_WAITING; i++) {
      waiting.add(seen("officer " + i, 6));
    }
    CompletableFuture<Long> oneTooMany = seen("one more", 6);

    assertThat(oneTooMany).isCompletedExceptionally();
    assertThat(refusal(oneTooMany)).isEqualTo(EdgeRejection.NOT_YET_VISIBLE);
    assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
        .isLessThan(threads + Freshness.MOST_WAITING / 2);
    vitals.projected("subject", 6);
    for (CompletableFuture<Long> one : waiting) {
      assertThat(one.get(2, TimeUnit.SECONDS)).isEqualTo(6);
    }
    assertThat(seen("one more", 6)).isCompletedWithValue(6L);
    assertThat(seen("one more", 7)).isNotDone();
  }

  @Test
  void who_answered_a_command_with_a_version_shows_it_once_it_is_numbered_and_projected() {
    vitals.projected("subject", 5);
    ledger.stored.add("subject-CY-0001@3");
    CompletableFuture<Long> shown = seen("subject-CY-0001@3");
    assertThat(shown).isNotDone();

    ledger.numbers.put("subject-CY-0001@3", 6L);
    assertThat(shown).isNotDone();
    vitals.projected("subject", 6);

    assertThat(shown).succeedsWithin(Duration.ofSeconds(2)).isEqualTo(6L);
  }

  @Test
  void a_version_that_never_comes_is_waited_for_no_longer_than_anything_else() {
    vitals.projected("subject", 5);
    ledger.stored.add("nobody@1");
    assertThat(seen("nobody@1")).failsWithin(Duration.ofSeconds(8));
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
    for (String bureau : List.of("", "130534.scjg")) {
      Freshness.Places own =
          Freshness.own(ledger, names, () -> Uni.createFrom().item(Optional.of(new Scope(bureau))));
      own.seqOf("subject-CY-0001", 3).await().indefinitely();
      own.isStored("subject-CY-0001", 3).await().indefinitely();
      String others = "subject~130534.jtj~CY-0001";
      for (Uni<?> asked : List.of(own.seqOf(others, 3), own.isStored(others, 3))) {
        assertThatThrownBy(() -> asked.await().indefinitely())
            .isInstanceOfSatisfying(
                ProblemException.class,
                refused -> assertThat(refused.rejection()).isEqualTo(EdgeRejection.SEEN_INVALID));
      }
    }
    assertThat(ledger.looked)
        .containsExactly(
            "subject-CY-0001",
            "subject-CY-0001",
            "subject~130534.scjg~CY-0001",
            "subject~130534.scjg~CY-0001");
  }

  @Test
  void nobody_waits_longer_than_five_seconds() {
    vitals.projected("subject", 5);
    assertThat(seen("zhang", 6)).failsWithin(Duration.ofSeconds(8));
  }

  private static Object refusal(CompletableFuture<Long> failed) {
    try {
      return failed.join();
    } catch (CompletionException e) {
      return ((ProblemException) e.getCause()).rejection();
    }
  }
}
