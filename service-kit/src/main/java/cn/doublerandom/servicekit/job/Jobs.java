package cn.doublerandom.servicekit.job;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.identity.AskedHere;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.OnBehalf;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The work that is under way, and for a while what came of it. It is kept in memory: a process that
 * ends takes its jobs with it, and because each stores what it decides in one step at its end,
 * nothing of them is left.
 */
@ApplicationScoped
public class Jobs {
  private final Asking asking;
  private final OnBehalf onBehalf;
  private final JobList list;

  @Inject
  Jobs(
      Asking asking,
      OnBehalf onBehalf,
      Clock clock,
      @ConfigProperty(name = "suite.jobs.of-account") int ofAccount,
      @ConfigProperty(name = "suite.jobs.at-once") int atOnce,
      @ConfigProperty(name = "suite.jobs.trials") int trials,
      @ConfigProperty(name = "suite.jobs.kept") Duration kept) {
    this.asking = asking;
    this.onBehalf = onBehalf;
    this.list = new JobList(new JobList.Limits(ofAccount, atOnce, trials, kept), clock);
  }

  /** What became of work within the time an answer may take. */
  public sealed interface Outcome<T> {
    record Done<T>(T answer) implements Outcome<T> {}

    record UnderWay<T>(Job.Seen job) implements Outcome<T> {}
  }

  /**
   * Does the work; the same request sent again while it is under way waits for the same.
   *
   * @param patience after which it goes on as a job
   * @param work says how far it is, and is ended there where it was cancelled
   */
  public <T> Uni<Outcome<T>> run(
      Job.Asked asked, String account, Duration patience, Function<Job, Uni<T>> work) {
    Executor here = AskedHere.executor();
    Uni<Outcome<T>> outcome =
        owner(account)
            .flatMap(owner -> {
              JobList.Taken taken = list.take(asked, owner);
              Job job = taken.job();
              if (taken.isNew()) {
                onBehalf.go(() -> work.apply(job), job::done, job::failed);
              }
              return patience.isPositive()
                  ? within(patience, job)
                  : Uni.createFrom().item(new Outcome.UnderWay<T>(job.seen()));
            });
    return outcome.emitOn(here);
  }

  private static <T> Uni<Outcome<T>> within(Duration patience, Job job) {
    CompletableFuture<Outcome<T>> done = job.outcome().thenApply(Jobs::<T>done);
    return Uni.createFrom()
        .completionStage(done)
        .ifNoItem()
        .after(patience)
        .recoverWithItem(() -> new Outcome.UnderWay<>(job.seen()));
  }

  /** What the work of a fingerprint answers is of its own type. */
  @SuppressWarnings("unchecked")
  private static <T> Outcome<T> done(Object answer) {
    return new Outcome.Done<>((T) answer);
  }

  /** The jobs of an account, the oldest first. */
  public Uni<List<Job.Seen>> of(String account) {
    return owner(account).map(list::of);
  }

  /** A job of an account. */
  public Uni<Job.Seen> find(String account, String id) {
    return job(account, id).map(Job::seen);
  }

  /** Ends a job where it says next how far it is; one that has decided by then stays decided. */
  public Uni<Job.Seen> cancel(String account, String id) {
    return job(account, id).invoke(Job::cancel).map(Job::seen);
  }

  /** What the request would have been answered, had it not taken so long. */
  public Uni<Object> result(String account, String id) {
    return job(account, id)
        .flatMap(job -> {
          if (!job.isOver()) {
            throw new ProblemException(EdgeRejection.JOB_RUNNING);
          }
          return Uni.createFrom().completionStage(job.outcome());
        });
  }

  private Uni<Job> job(String account, String id) {
    return owner(account).map(owner -> list.find(owner, id));
  }

  private Uni<Job.Owner> owner(String account) {
    return asking
        .bureau()
        .map(bureau -> new Job.Owner(bureau.orElse(BureauKey.SEED).text(), account));
  }
}
