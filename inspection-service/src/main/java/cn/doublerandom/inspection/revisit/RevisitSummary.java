package cn.doublerandom.inspection.revisit;

import java.util.List;
import java.util.Optional;

/**
 * The revisits of a task as they are listed.
 *
 * @param task plan and task, {@code 2023001-001}
 * @param samples in the order of their rounds; all but the last are void
 */
public record RevisitSummary(String task, List<SampleSummary> samples) {
  public RevisitSummary {
    samples = List.copyOf(samples);
  }

  /** The summary of a task's revisits. */
  public static RevisitSummary of(String task, TaskRevisits known) {
    return new RevisitSummary(task, known.samples().stream().map(SampleSummary::of).toList());
  }

  /** The sample that is open or drawn, or the last that was voided. */
  public Optional<SampleSummary> last() {
    return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
  }

  /** The same without what was found. */
  public RevisitSummary ofTheDraw() {
    return new RevisitSummary(task, samples.stream().map(SampleSummary::ofTheDraw).toList());
  }
}
