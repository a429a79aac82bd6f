package cn.doublerandom.eventstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.doublerandom.eventstore.Exhaustion;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker that dies in silence leaves commands without a number: none does. */
class WorkerTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  /** Counts its turns, and does something in the third. */
  private static final class Counting implements Worker.Job {
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private final Worker.Job third;

    Counting(Worker.Job third) {
      this.third = third;
    }

    @Override
    public boolean turn() throws Exception {
      thread.set(Thread.currentThread());
      return turns.incrementAndGet() == 3 ? third.turn() : true;
    }

    @Override
    public void close() {}
  }

  private static Worker.Job job(java.util.concurrent.Callable<Boolean> turn) {
    return new Worker.Job() {
      @Override
      public boolean turn() throws Exception {
        return turn.call();
      }

      @Override
      public void close() {}
    };
  }

  private static Worker started(Worker.Job job) {
    var worker = new Worker("ledger", job, new WakeUp());
    worker.start();
    return worker;
  }

  @Test
  void who_has_nothing_to_do_for_a_while_looks_seldom() throws InterruptedException {
    var busy = new AtomicInteger();
    var resting = new AtomicInteger();
    Worker.Job atRest =
        new Worker.Job() {
          @Override
          public boolean turn() {
            resting.incrementAndGet();
            return false;
          }

          @Override
          public boolean isAtRest() {
            return true;
          }

          @Override
          public void close() {}
        };
    try (Worker one = started(job(() -> busy.incrementAndGet() < 0));
        Worker other = started(atRest)) {
      await().atMost(SOON).until(() -> busy.get() >= 16);
      assertThat(resting.get()).isLessThan(busy.get());
      assertThat(one.isAlive() && other.isAlive()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack", "linkage", "assertion", "exception"})
  void a_worker_goes_on_whatever_its_work_throws(String kind) {
    var job =
        new Counting(
            job(() -> {
              switch (kind) {
                case "stack" -> throw new StackOverflowError();
                case "linkage" -> throw new NoClassDefFoundError("Gone");
                case "assertion" -> throw new AssertionError("impossible");
                default -> throw new IOException("the machine breaks");
              }
            }));
    try (Worker worker = started(job)) {
      await().atMost(SOON).until(() -> job.turns.get() > 10);
      assertThat(worker.isAlive()).isTrue();
    }
  }

  @Test
  void a_worker_whose_thread_was_interrupted_goes_on_with_another() {
    var job = new Counting(job(() -> true));
    try (Worker worker = started(job)) {
      await().atMost(SOON).until(() -> job.turns.get() > 3);
      Thread before = job.thread.get();
      int turns = job.turns.get();
      before.interrupt();
      await().atMost(SOON).until(() -> job.turns.get() > turns + 10);
      assertThat(worker.isAlive()).isTrue();
    }
  }

  @Test
  void a_worker_that_waits_for_a_nudge_is_replaced_when_it_is_interrupted() {
    var thread = new AtomicReference<Thread>();
    Worker.Job idle =
        job(() -> {
          thread.set(Thread.currentThread());
          return false;
        });
    try (Worker worker = started(idle)) {
      await().atMost(SOON).until(() -> thread.get() != null);
      Thread before = thread.get();
      before.interrupt();
      await().atMost(SOON).until(() -> thread.get() != before);
      assertThat(worker.isAlive()).isTrue();
    }
  }

  @Test
  void a_worker_that_was_closed_stays_ended() {
    Worker worker = started(job(() -> false));
    assertThat(worker.isAlive()).isTrue();
    worker.close();
    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void a_worker_that_hangs_or_fails_makes_no_progress() throws InterruptedException {
    var release = new CountDownLatch(1);
    try (Worker hanging =
            started(
                job(() -> {
                  release.await();
                  return false;
                }));
        Worker failing =
            started(
                job(() -> {
                  throw new IOException("the database is away");
                }));
        Worker well = started(job(() -> false))) {
      Thread.sleep(900);
      assertThat(hanging.sinceProgress()).isGreaterThan(Duration.ofMillis(800));
      assertThat(failing.sinceProgress()).isGreaterThan(Duration.ofMillis(800));
      await().atMost(SOON).until(() -> well.sinceProgress().toMillis() < 400);
      release.countDown();
      await().atMost(SOON).until(() -> hanging.sinceProgress().toMillis() < 400);
    }
  }

  /** A process with one worker that runs out of direct memory on its way. */
  static final class Exhausted {
    private Exhausted() {}

    public static void main(String[] how) throws InterruptedException {
      Worker.Job job =
          job(() -> {
            var error =
                new OutOfMemoryError("Cannot reserve 16777216 bytes of direct buffer memory");
            if (how[0].equals("itself")) {
              throw error;
            }
            throw new CompletionException(new IOException(error));
          });
      started(job);
      Thread.sleep(20_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"itself", "as the cause of another failure"})
  void a_worker_that_runs_out_of_memory_takes_the_process_with_it(String how)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Exhausted.class.getName(),
                    how))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(Exhaustion.STATUS);
  }
}
