package cn.doublerandom.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.ledger.Vitals;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who waits for what was just done holds nobody up. */
class FreshnessTest {
  private final Vitals vitals = new Vitals();
  private final Freshness freshness = new Freshness(vitals);

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
