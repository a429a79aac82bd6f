package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.registry.intake.Intake;
import cn.doublerandom.registry.intake.IntakeEvent;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.job.Jobs;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.SystemTime;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Files that are judged and taken as jobs (ADR 52): each goes on when whoever handed it in has
 * gone, says how far it is, and may be stopped. A process that dies takes its jobs with it: what is
 * not judged is judged anew, and a file that is taken again finds its first rows in the register.
 */
@ApplicationScoped
public class IntakeJobs {
  /** A file is read for the first time, or anew. */
  public static final String JUDGING = "IMPORT_JUDGING";

  /** A file is taken. */
  public static final String TAKING = "IMPORT_TAKING";

  private final Intakes intakes;
  private final Jobs jobs;
  private final Clock clock;
  private final SystemTime recording;
  private final Duration patience;

  @Inject
  IntakeJobs(
      Intakes intakes,
      Jobs jobs,
      Clock clock,
      SystemTime recording,
      @ConfigProperty(name = "suite.imports.shown-after") Duration patience) {
    this.intakes = intakes;
    this.jobs = jobs;
    this.clock = clock;
    this.recording = recording;
    this.patience = patience;
  }

  /** What is done with a file, on a thread that may block. */
  private interface Work<T> {
    T with(Asker asker, TableWatch watch) throws IOException;
  }

  /**
   * Judges a draft; of a short one the answer is there at once.
   *
   * @param begun who asks; when is read anew
   */
  public Uni<Jobs.Outcome<Draft>> judge(Draft draft, CommandContext begun) {
    return run(
        new Job.Asked(JUDGING, false, draft.id(), draft.id()),
        0,
        begun,
        (asker, watch) -> intakes.judge(draft.id(), asker, watch));
  }

  /**
   * Takes a draft, all rows or the good ones, once. Of one file at a time: another who takes the
   * same is told that it is under way ({@code job-under-way}).
   *
   * @throws ProblemException {@code import-taken} where it was taken before, {@code import-gone}
   *     where there is no such draft
   */
  public Uni<Jobs.Outcome<Handled.Done<IntakeEvent, Intake>>> take(
      String id, boolean onlyGood, CommandContext begun) {
    return intakes
        .isTaken(id)
        .flatMap(taken -> {
          if (taken) {
            throw new ProblemException(RegistryRejection.IMPORT_TAKEN);
          }
          return intakes.draft(id, begun.actor());
        })
        .map(found -> found.orElseThrow(() -> new ProblemException(RegistryRejection.IMPORT_GONE)))
        .flatMap(draft ->
            run(
                new Job.Asked(TAKING, true, about(draft), id + onlyGood),
                draft.preview() == null ? 0 : draft.preview().rows(),
                begun,
                (asker, watch) -> intakes.take(id, onlyGood, asker, watch)));
  }

  /** A file is the same whoever hands it in, and however often. */
  private static String about(Draft draft) {
    return draft.digest().isEmpty() ? draft.id() : draft.digest();
  }

  private <T> Uni<Jobs.Outcome<T>> run(
      Job.Asked asked, int of, CommandContext begun, Work<T> work) {
    Asker asker = asking -> begun.unconditional().at(clock.instant(), recording.now());
    return jobs.run(
        asked,
        begun.actor(),
        patience,
        job ->
            Uni.createFrom()
                .item(() -> done(work, asker, new TableWatch(onlooker(job, of))))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
  }

  private static <T> T done(Work<T> work, Asker asker, TableWatch watch) {
    try {
      return work.with(asker, watch);
    } catch (TableWatch.Stopped e) {
      throw new ProblemException(EdgeRejection.JOB_CANCELLED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableWatch.Onlooker onlooker(Job job, int of) {
    return (step, rows) -> {
      try {
        job.at(step.name(), rows, of);
        return true;
      } catch (ProblemException cancelled) {
        return false;
      }
    };
  }

  /**
   * The last job there is about a draft of an account, under way or over for some minutes. One that
   * took the same file in another draft is over with that one.
   */
  public Uni<Optional<Job.Seen>> of(Draft draft) {
    return jobs.of(draft.account())
        .map(all -> last(draft, all))
        .flatMap(job ->
            job.filter(IntakeJobs::hasTaken).isEmpty()
                ? Uni.createFrom().item(job)
                : intakes.isTaken(draft.id()).map(taken -> taken ? job : Optional.empty()));
  }

  private static boolean hasTaken(Job.Seen job) {
    return job.kind().equals(TAKING) && job.state() == Job.State.DONE;
  }

  private static Optional<Job.Seen> last(Draft draft, List<Job.Seen> all) {
    return all.stream()
        .filter(job ->
            (job.kind().equals(JUDGING) && job.about().equals(draft.id()))
                || (job.kind().equals(TAKING) && job.about().equals(about(draft))))
        .reduce((earlier, later) -> later);
  }

  /** Why nothing came of a job that is over; empty of one that ended well or goes on. */
  public Uni<Optional<ProblemException>> refusal(Draft draft, Job.Seen job) {
    return switch (job.state()) {
      case RUNNING, CANCELLING, DONE -> Uni.createFrom().item(Optional.empty());
      case CANCELLED, REFUSED, FAILED ->
          jobs.result(draft.account(), job.jobId())
              .map(none -> Optional.<ProblemException>empty())
              .onFailure(ProblemException.class)
              .recoverWithItem(why -> Optional.of(why))
              .onFailure()
              .recoverWithItem(() -> Optional.of(new ProblemException(EdgeRejection.INTERNAL)));
    };
  }

  /** Stops what is under way about a draft; what was stored by then stays, and is said. */
  public Uni<Optional<Job.Seen>> stop(Draft draft) {
    return of(draft)
        .flatMap(job ->
            job.filter(one -> one.endedAt() == null).isEmpty()
                ? Uni.createFrom().item(job)
                : jobs.cancel(draft.account(), job.get().jobId()).map(Optional::of));
  }
}
