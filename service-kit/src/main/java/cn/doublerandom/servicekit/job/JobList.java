package cn.doublerandom.servicekit.job;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The jobs under way and those that are over, within their limits; in memory, the oldest first. */
final class JobList {
  /**
   * Results that wait to be fetched: more of one account, or of all, and the oldest is forgotten.
   */
  static final int MOST_KEPT_OF_ACCOUNT = 4;

  private static final int MOST_KEPT = 64;

  private final Limits limits;
  private final Clock clock;
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  /**
   * How many.
   *
   * @param ofAccount under way of one account
   * @param atOnce under way of all
   * @param trials of them such as decide nothing, so that those always leave room for decisions
   * @param kept how long a result is kept
   */
  record Limits(int ofAccount, int atOnce, int trials, Duration kept) {}

  JobList(Limits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * What a request is about.
   *
   * @param isNew false where the same was asked for and is under way
   */
  record Taken(Job job, boolean isNew) {}

  /** Takes what is asked for, or says why not. */
  synchronized Taken take(Job.Asked asked, Job.Owner owner) {
    forget();
    Optional<Job> same = running(j -> j.isOf(owner) && j.asked().equals(asked));
    if (same.isPresent()) {
      return new Taken(same.get(), false);
    }
    requireRoom(asked, owner);
    Job job = new Job(asked, owner, clock);
    jobs.put(job.id(), job);
    return new Taken(job, true);
  }

  private void requireRoom(Job.Asked asked, Job.Owner owner) {
    if (asked.decides() && running(j -> isSameDecision(j, asked, owner)).isPresent()) {
      throw new ProblemException(
          EdgeRejection.JOB_UNDER_WAY, List.of(), Map.of("about", asked.about()));
    }
    if (count(j -> j.isOf(owner)) >= limits.ofAccount) {
      throw new ProblemException(
          EdgeRejection.TOO_MANY_JOBS, List.of(), Map.of("most", limits.ofAccount));
    }
    boolean isTrialTooMany = !asked.decides() && count(j -> !j.asked().decides()) >= limits.trials;
    if (isTrialTooMany || count(j -> true) >= limits.atOnce) {
      throw new ProblemException(EdgeRejection.JOBS_FULL);
    }
  }

  private static boolean isSameDecision(Job job, Job.Asked asked, Job.Owner owner) {
    return job.owner().bureau().equals(owner.bureau())
        && job.asked().kind().equals(asked.kind())
        && job.asked().about().equals(asked.about());
  }

  private Optional<Job> running(Predicate<Job> which) {
    return jobs.values().stream().filter(j -> !j.isOver()).filter(which).findFirst();
  }

  private long count(Predicate<Job> which) {
    return jobs.values().stream().filter(j -> !j.isOver()).filter(which).count();
  }

  private void forget() {
    Instant then = clock.instant().minus(limits.kept);
    jobs.values().removeIf(job -> job.isOverSince(then));
    List<Job> over = new ArrayList<>(jobs.values().stream().filter(Job::isOver).toList());
    for (Job job : List.copyOf(over)) {
      long ofAccount = over.stream().filter(other -> other.isOf(job.owner())).count();
      if (over.size() > MOST_KEPT || ofAccount > MOST_KEPT_OF_ACCOUNT) {
        over.remove(job);
        jobs.remove(job.id());
      }
    }
  }

  /** The jobs of somebody, the oldest first. */
  synchronized List<Job.Seen> of(Job.Owner owner) {
    forget();
    return jobs.values().stream().filter(j -> j.isOf(owner)).map(Job::seen).toList();
  }

  /** A job of somebody; nobody else's is known. */
  synchronized Job find(Job.Owner owner, String id) {
    forget();
    return Optional.ofNullable(jobs.get(id))
        .filter(job -> job.isOf(owner))
        .orElseThrow(() -> new ProblemException(EdgeRejection.JOB_UNKNOWN));
  }
}
