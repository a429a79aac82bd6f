package cn.doublerandom.servicekit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.ledger.WakeUp;
import cn.doublerandom.eventstore.ledger.Worker;
import io.smallrye.reactive.messaging.health.HealthReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

/** The life of every worker is liveness, its progress readiness. */
class WorkerHealthTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private static Worker worker(String name, boolean fails) {
    return new Worker(
        name,
        new Worker.Job() {
          @Override
          public boolean turn() throws IOException {
            if (fails) {
              throw new IOException("the database is away");
            }
            return false;
          }

          @Override
          public void close() {}
        },
        new WakeUp());
  }

  @Test
  void a_worker_whose_thread_has_ended_is_named_and_nothing_is_alive() {
    Worker ledger = worker("ledger", false);
    Worker timers = worker("timers", false);
    ledger.start();
    timers.start();
    assertThat(WorkerLiveness.of(List.of(ledger, timers)).getStatus()).isEqualTo(Status.UP);
    timers.close();
    var answer = WorkerLiveness.of(List.of(ledger, timers));
    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData().orElseThrow()).containsKey("timers").doesNotContainKey("ledger");
    ledger.close();
  }

  @Test
  void a_worker_that_does_not_get_on_is_named_and_makes_the_service_unready()
      throws InterruptedException {
    try (Worker ledger = worker("ledger", true);
        Worker timers = worker("timers", false)) {
      ledger.start();
      timers.start();
      assertThat(WorkerProgress.of(List.of(ledger, timers), Duration.ZERO, SHORT).getStatus())
          .isEqualTo(Status.UP);
      Thread.sleep(900);
      var answer =
          WorkerProgress.of(List.of(ledger, timers), Duration.ZERO, Duration.ofMillis(800));
      assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
      assertThat(answer.getData().orElseThrow()).containsKey("ledger").doesNotContainKey("timers");
    }
  }

  @Test
  void a_relay_that_waits_for_its_broker_is_named_and_makes_nothing_unready()
      throws InterruptedException {
    try (Worker relay = worker("relay", true)) {
      relay.start();
      Thread.sleep(400);
      var answer = WorkerProgress.of(List.of(relay), Duration.ZERO, SHORT);
      assertThat(answer.getStatus()).isEqualTo(Status.UP);
      assertThat(answer.getData().orElseThrow()).containsKey("relay");
    }
  }

  @Test
  void a_batch_that_is_tried_again_and_again_makes_the_service_unready() {
    var answer = WorkerProgress.of(List.of(), Duration.ofSeconds(2), Duration.ofSeconds(1));
    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData().orElseThrow()).containsKey("inbox");
  }

  @Test
  void a_consumer_that_has_failed_for_good_is_found() {
    HealthReport report =
        HealthReport.builder()
            .add("draw-events", true)
            .add("registry-events", false, "gone")
            .build();
    assertThat(ConsumerWatch.dead(report)).containsExactly("registry-events: gone");
  }

  /** Longer than any limit a consumer has of its own, its batch is tried again and again. */
  @Test
  void a_database_that_is_away_ends_no_consumer() {
    assertThat(
            ConfigProvider.getConfig()
                .getValue(
                    "mp.messaging.connector.smallrye-kafka.throttled.unprocessed-record-max-age.ms",
                    Integer.class))
        .isGreaterThan(Math.toIntExact(Duration.ofDays(7).toMillis()));
  }
}
