package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.draw.drawing.DrawEvent;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.pagekit.PageAddress;
import cn.doublerandom.servicekit.job.Job;
import cn.doublerandom.servicekit.job.Jobs;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.problem.Refusals;
import cn.doublerandom.servicekit.time.SystemTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a form begins and a million subjects make long: a page waits for it some seconds, and then
 * leads to where it will be seen; it goes on meanwhile.
 */
@ApplicationScoped
public class LongWork {
  /** Shorter than any browser or gateway gives up waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Jobs jobs;
  private final Clock clock;
  private final SystemTime recording;

  @Inject
  LongWork(Jobs jobs, Clock clock, SystemTime recording) {
    this.jobs = jobs;
    this.clock = clock;
    this.recording = recording;
  }

  /**
   * What is asked for.
   *
   * @param key of the form, by which it is known when it is sent again
   */
  record Asked(String kind, String about, String key) {
    /** A form without a key is refused by whatever it asks for. */
    String fingerprint() {
      return key.isEmpty() ? UUID.randomUUID().toString() : key;
    }
  }

  /**
   * Decides something, once.
   *
   * @param begun who asks; when is read anew at each step
   * @param done where it is seen
   * @param later where it will be seen, by the id of the job
   */
  Uni<PageAddress> decision(
      Asked asked,
      CommandContext begun,
      BiFunction<Supplier<CommandContext>, Job, Uni<Handled<DrawEvent, TaskDraws>>> work,
      Function<Handled.Done<DrawEvent, TaskDraws>, PageAddress> done,
      Function<String, String> later) {
    Supplier<CommandContext> context = () -> begun.at(clock.instant(), recording.now());
    return jobs.run(
            new Job.Asked(asked.kind(), true, asked.about(), asked.fingerprint()),
            begun.actor(),
            PATIENCE,
            job -> work.apply(context, job))
        .map(outcome ->
            switch (outcome) {
              case Jobs.Outcome.Done<Handled<DrawEvent, TaskDraws>>(var handled) ->
                  done.apply(Refusals.require(handled));
              case Jobs.Outcome.UnderWay<Handled<DrawEvent, TaskDraws>>(var job) ->
                  PageAddress.of(later.apply(job.jobId())).with("job", job.jobId());
            });
  }

  /** The same of what stores nothing. */
  <T> Uni<Jobs.Outcome<T>> trial(Asked asked, String account, Function<Job, Uni<T>> work) {
    return jobs.run(
        new Job.Asked(asked.kind(), false, asked.about(), asked.fingerprint()),
        account,
        PATIENCE,
        work);
  }

  /**
   * What a page says of the job its address names: that it goes on, or why nothing came of it;
   * empty where it is done, and where nobody knows it any more.
   *
   * @param goesOn in the reader's language
   */
  Uni<String> remark(String account, String id, String goesOn, boolean english) {
    if (id.isEmpty()) {
      return Uni.createFrom().item("");
    }
    return jobs.find(account, id)
        .flatMap(job ->
            job.endedAt() == null
                ? Uni.createFrom().item(goesOn)
                : jobs.result(account, id).map(done -> refusal(done, english)))
        .onFailure(ProblemException.class)
        .recoverWithItem(why -> said(why.rejection(), english));
  }

  private static String refusal(Object done, boolean english) {
    return done instanceof Handled.Refused<?, ?> refused ? said(refused.rejection(), english) : "";
  }

  private static String said(Rejection why, boolean english) {
    if (why == EdgeRejection.JOB_UNKNOWN) {
      return "";
    }
    return english ? why.english() : why.text();
  }
}
