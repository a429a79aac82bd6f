package cn.doublerandom.servicekit.job;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that may outlast its request.
 *
 * <pre>
 * RUNNING ──────────▶ DONE | REFUSED | FAILED
 *    └─▶ CANCELLING ─▶ CANCELLED, or one of the above where it was too late
 * </pre>
 */
public final class Job {
  private final String id = UUID.randomUUID().toString();
  private final Asked asked;
  private final Owner owner;
  private final Clock clock;
  private final Instant startedAt;
  private final CompletableFuture<Object> outcome = new CompletableFuture<>();
  private volatile Step step = new Step("STARTED", 0, 0);
  private volatile boolean isCancelled;
  private volatile @Nullable Instant endedAt;

  /**
   * What is asked for.
   *
   * @param kind of work, as the service calls it
   * @param decides whether something is stored at its end; of such only one is done at a time
   * @param about what it is about: a task, a draw
   * @param fingerprint the same for the same request sent again
   */
  public record Asked(String kind, boolean decides, String about, String fingerprint) {}

  /** Whose job it is; accounts of two bureaus may have the same name. */
  record Owner(String bureau, String account) {}

  /** How far it has come. */
  public enum State {
    RUNNING,
    CANCELLING,
    DONE,
    REFUSED,
    FAILED,
    CANCELLED
  }

  private record Step(String name, long done, long of) {}

  /**
   * A job as who asked for it sees it.
   *
   * @param step what is being done
   * @param done of the step, in units of its own
   * @param of how many units it has; 0 where that is not known yet
   * @param endedAt absent as long as it runs
   */
  public record Seen(
      String jobId,
      String kind,
      String about,
      State state,
      String step,
      long done,
      long of,
      Instant startedAt,
      @Nullable Instant endedAt) {}

  Job(Asked asked, Owner owner, Clock clock) {
    this.asked = asked;
    this.owner = owner;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  String id() {
    return id;
  }

  Asked asked() {
    return asked;
  }

  Owner owner() {
    return owner;
  }

  boolean isOf(Owner somebody) {
    return owner.equals(somebody);
  }

  /**
   * Says how far it is.
   *
   * @throws ProblemException {@code job-cancelled} where nobody wants the rest
   */
  public void at(String name, long done, long of) {
    step = new Step(name, done, of);
    if (isCancelled) {
      throw new ProblemException(EdgeRejection.JOB_CANCELLED);
    }
  }

  void cancel() {
    isCancelled = true;
  }

  void done(Object answer) {
    endedAt = clock.instant();
    outcome.complete(answer);
  }

  void failed(Throwable failure) {
    endedAt = clock.instant();
    outcome.completeExceptionally(failure);
  }

  boolean isOver() {
    return outcome.isDone();
  }

  boolean isOverSince(Instant then) {
    Instant ended = endedAt;
    return ended != null && ended.isBefore(then);
  }

  /** What comes of it; whoever waits no longer ends nothing. */
  CompletableFuture<Object> outcome() {
    return outcome.copy();
  }

  private State state() {
    if (!outcome.isDone()) {
      return isCancelled ? State.CANCELLING : State.RUNNING;
    } else if (!outcome.isCompletedExceptionally()) {
      return State.DONE;
    }
    Throwable failure = outcome.handle((answer, thrown) -> thrown).join();
    Throwable cause =
        failure instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : failure;
    if (!(cause instanceof ProblemException refused)) {
      return State.FAILED;
    }
    return refused.rejection() == EdgeRejection.JOB_CANCELLED ? State.CANCELLED : State.REFUSED;
  }

  Seen seen() {
    Step now = step;
    return new Seen(
        id, asked.kind(), asked.about(), state(), now.name, now.done, now.of, startedAt, endedAt);
  }
}
