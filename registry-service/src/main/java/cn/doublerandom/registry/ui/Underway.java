package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.application.IntakeJobs;
import cn.doublerandom.servicekit.job.Job;
import io.quarkus.qute.TemplateData;
import java.time.Duration;
import java.time.Instant;

/**
 * A file that is judged or taken just now.
 *
 * @param stopping whether the rest is not wanted any more
 * @param storing whether rows are stored, and not only judged
 * @param done rows of this reading
 * @param of all rows; 0 as long as nobody has counted them
 * @param pace rows a second since it began; 0 in the first
 */
@TemplateData
public record Underway(
    boolean taking, boolean stopping, boolean storing, long done, long of, long pace) {
  private static final String STORING = "STORING";

  /** Whether a job is what the page of its file is about; what was just taken is told soon. */
  static boolean isOf(Job.Seen job) {
    return job.endedAt() == null
        || (job.kind().equals(IntakeJobs.TAKING) && job.state() == Job.State.DONE);
  }

  static Underway of(Job.Seen job, Instant now) {
    boolean storing = job.step().equals(STORING);
    // What is stored was judged before: both were read.
    long read = job.done() + (storing ? job.of() : 0);
    long seconds = Duration.between(job.startedAt(), now).toSeconds();
    return new Underway(
        job.kind().equals(IntakeJobs.TAKING),
        job.state() == Job.State.CANCELLING,
        storing,
        job.done(),
        job.of(),
        seconds <= 0 ? 0 : read / seconds);
  }
}
