package cn.doublerandom.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A few files are read at once, one of each account; the others wait and can see it. */
class ImportTurnsTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ImportTurns turns = new ImportTurns(2, 3, LONG);

  private CompletableFuture<ImportTurns.Turn> asks(String account) throws InterruptedException {
    int before = turns.queue("").waiting();
    var turn = new CompletableFuture<ImportTurns.Turn>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            turn.complete(turns.take(account));
          } catch (InterruptedException | RuntimeException e) {
            turn.completeExceptionally(e);
          }
        });
    for (int i = 0; i < 500 && !turn.isDone() && turns.queue("").waiting() == before; i++) {
      Thread.sleep(2);
    }
    return turn;
  }

  private static ImportTurns.Turn got(CompletableFuture<ImportTurns.Turn> turn) throws Exception {
    return turn.get(5, TimeUnit.SECONDS);
  }

  @Test
  void an_account_is_read_once_at_a_time_and_others_go_on_beside_it() throws Exception {
    ImportTurns.Turn first = turns.take("li");
    CompletableFuture<ImportTurns.Turn> second = asks("li");
    assertThat(second).isNotDone();
    ImportTurns.Turn other = got(asks("wang"));
    assertThat(turns.queue("li").yours()).containsExactly(1);
    assertThat(turns.queue("wang").yours()).isEmpty();
    first.close();
    assertThat(got(second).waited()).isPositive();
    other.close();
  }

  @Test
  void who_came_first_is_first() throws Exception {
    ImportTurns.Turn first = turns.take("li");
    ImportTurns.Turn second = turns.take("wang");
    CompletableFuture<ImportTurns.Turn> third = asks("zhao");
    CompletableFuture<ImportTurns.Turn> fourth = asks("qian");
    assertThat(turns.queue("qian")).isEqualTo(new ImportTurns.Queue(2, 2, 2, 3, List.of(2)));
    first.close();
    got(third);
    assertThat(fourth).isNotDone();
    second.close();
    got(fourth).close();
  }

  @Test
  void beyond_the_queue_everybody_is_told_to_come_again() throws Exception {
    turns.take("li");
    turns.take("wang");
    for (String account : List.of("zhao", "qian", "sun")) {
      assertThat(asks(account)).isNotDone();
    }
    assertThatThrownBy(() -> turns.take("zhou"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.rejection()).isEqualTo(EdgeRejection.IMPORTS_FULL);
              assertThat(e.context()).containsEntry("running", 2).containsEntry("waiting", 3);
            });
    assertThat(EdgeRejection.IMPORTS_FULL.status()).isEqualTo(429);
  }

  @Test
  void one_account_cannot_fill_the_queue() throws Exception {
    turns.take("li");
    assertThat(asks("li")).isNotDone();
    assertThat(asks("li")).isNotDone();
    assertThatThrownBy(() -> turns.take("li")).isInstanceOf(ProblemException.class);
    got(asks("wang")).close();
  }

  @Test
  void nobody_waits_without_end() throws Exception {
    var impatient = new ImportTurns(1, 3, Duration.ofMillis(100));
    impatient.take("li");
    assertThatThrownBy(() -> impatient.take("wang")).isInstanceOf(ProblemException.class);
    assertThat(impatient.queue("wang").waiting()).isZero();
  }
}
