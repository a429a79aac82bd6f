package cn.doublerandom.servicekit.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** What takes long is done a few at a time, can be cancelled, and is forgotten after a while. */
class JobListTest {
  private static final Job.Owner LI = new Job.Owner("130534", "li");
  private static final Job.Owner WANG = new Job.Owner("130534", "wang");
  private static final Job.Owner OTHER_LI = new Job.Owner("130535", "li");

  private final Moving clock = new Moving();
  private final JobList list =
      new JobList(new JobList.Limits(2, 4, 2, Duration.ofMinutes(10)), clock);

  /** A clock that stands until it is moved. */
  private static final class Moving extends Clock {
    private Instant now = Instant.parse("2023-03-15T01:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static Job.Asked preview(String task) {
    return new Job.Asked("PREVIEW", false, task, "of " + task);
  }

  private static Job.Asked execution(String draw, String key) {
    return new Job.Asked("EXECUTION", true, draw, key);
  }

  private Job take(Job.Asked asked, Job.Owner owner) {
    return list.take(asked, owner).job();
  }

  private void refused(EdgeRejection why, Job.Asked asked, Job.Owner owner) {
    assertThatThrownBy(() -> list.take(asked, owner))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.rejection()).isEqualTo(why));
  }

  @Test
  void the_same_request_sent_again_is_the_same_job_as_long_as_it_runs() {
    Job first = take(preview("001"), LI);
    assertThat(list.take(preview("001"), LI)).isEqualTo(new JobList.Taken(first, false));
    first.done("answer");
    assertThat(list.take(preview("001"), LI).isNew()).isTrue();
  }

  @Test
  void a_draw_is_executed_once_at_a_time_whoever_asks() {
    take(execution("d-1", "a"), LI);
    refused(EdgeRejection.JOB_UNDER_WAY, execution("d-1", "b"), WANG);
    assertThat(take(execution("d-2", "b"), WANG).seen().about()).isEqualTo("d-2");
  }

  @Test
  void another_bureaus_draw_of_the_same_name_is_another_draw() {
    Job own = take(execution("d-1", "a"), LI);
    Job other = take(execution("d-1", "a"), OTHER_LI);
    assertThat(other.id()).isNotEqualTo(own.id());
    assertThatThrownBy(() -> list.find(OTHER_LI, own.id())).hasMessage("job-unknown");
  }

  @Test
  void one_account_has_two_jobs_under_way() {
    Job first = take(preview("001"), LI);
    take(preview("002"), LI);
    refused(EdgeRejection.TOO_MANY_JOBS, execution("d-1", "a"), LI);
    first.done("answer");
    assertThat(take(execution("d-1", "a"), LI).isOver()).isFalse();
  }

  @Test
  void previews_leave_room_for_what_is_decided() {
    take(preview("001"), LI);
    take(preview("002"), WANG);
    refused(EdgeRejection.JOBS_FULL, preview("003"), OTHER_LI);
    take(execution("d-1", "a"), OTHER_LI);
    take(execution("d-2", "a"), WANG);
    refused(EdgeRejection.JOBS_FULL, execution("d-3", "a"), LI);
  }

  @Test
  void a_cancelled_job_ends_where_it_says_next_how_far_it_is() {
    Job job = take(preview("001"), LI);
    job.at("DRAWING_TEAMS", 3, 10);
    assertThat(job.seen().state()).isEqualTo(Job.State.RUNNING);
    assertThat(job.seen().done()).isEqualTo(3);
    job.cancel();
    assertThat(job.seen().state()).isEqualTo(Job.State.CANCELLING);
    assertThatThrownBy(() -> job.at("DRAWING_TEAMS", 4, 10))
        .isInstanceOfSatisfying(ProblemException.class, e -> job.failed(e));
    assertThat(job.seen().state()).isEqualTo(Job.State.CANCELLED);
  }

  @Test
  void a_job_says_whether_it_was_done_refused_or_failed() {
    Job done = take(preview("001"), LI);
    done.done("answer");
    Job refused = take(preview("002"), LI);
    refused.failed(new ProblemException(EdgeRejection.LIMIT_REACHED));
    Job failed = take(preview("003"), LI);
    failed.failed(new IllegalStateException("a bug"));
    assertThat(list.of(LI))
        .extracting(Job.Seen::state)
        .containsExactly(Job.State.DONE, Job.State.REFUSED, Job.State.FAILED);
  }

  @Test
  void results_are_kept_for_a_while_and_a_few_of_each_account() {
    for (int i = 0; i < 6; i++) {
      take(preview("00" + i), LI).done("answer");
    }
    take(preview("of another"), WANG).done("answer");
    assertThat(list.of(LI)).extracting(Job.Seen::about).containsExactly("002", "003", "004", "005");
    clock.now = clock.now.plus(Duration.ofMinutes(11));
    assertThat(list.of(LI)).isEmpty();
    assertThat(list.of(WANG)).isEmpty();
  }
}
