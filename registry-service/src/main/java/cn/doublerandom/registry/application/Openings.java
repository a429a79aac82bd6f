package cn.doublerandom.registry.application;

import cn.doublerandom.registry.subject.SubjectTurn;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Whether a table of subjects is the first of its register, decided once and before it is judged:
 * the first one is taken as it is, and who is new in any other waits for a second person.
 */
@ApplicationScoped
class Openings {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final int MOST_ATTEMPTS = 1_200;

  private final SubjectTurn turn;

  @Inject
  Openings(SubjectTurn turn) {
    this.turn = turn;
  }

  /** What is done with a table. */
  interface Doing<R> {
    R with(boolean opensRegister) throws IOException;
  }

  /** As it is now; nothing is stored, and no turn is taken. */
  boolean isOpen() {
    return await(turn.hasSubjects());
  }

  /**
   * Stores a table; blocks. A table of a register in use waits for nobody. Who comes to an empty
   * one while another table opens it waits until that one has stored somebody, or nobody after all.
   */
  <R> R store(Doing<R> doing) throws IOException {
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      if (isOpen()) {
        return doing.with(false);
      }
      Optional<SubjectTurn.Taken> taken = await(turn.take());
      if (taken.isPresent()) {
        return alone(taken.get(), doing);
      }
      Uni.createFrom().voidItem().onItem().delayIt().by(STEP).await().indefinitely();
    }
    throw new ProblemException(EdgeRejection.IMPORTS_FULL);
  }

  /** The one before may have opened the register after it was looked at. */
  private <R> R alone(SubjectTurn.Taken taken, Doing<R> doing) throws IOException {
    try {
      return doing.with(!isOpen());
    } finally {
      await(taken.end());
    }
  }

  private static <T> T await(CompletionStage<T> stage) {
    return Uni.createFrom().completionStage(stage).await().atMost(PATIENCE);
  }
}
