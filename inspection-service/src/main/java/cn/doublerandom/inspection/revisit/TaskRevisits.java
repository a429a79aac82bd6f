package cn.doublerandom.inspection.revisit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The samples of one task, in the order of their rounds; of them the last alone is open or drawn,
 * all others are void.
 */
public record TaskRevisits(List<Sample> samples) {
  static final TaskRevisits NONE = new TaskRevisits(List.of());

  public TaskRevisits {
    samples = List.copyOf(samples);
  }

  public Optional<Sample> last() {
    return samples.isEmpty() ? Optional.empty() : Optional.of(samples.getLast());
  }

  int nextRound() {
    return samples.size() + 1;
  }

  TaskRevisits and(Sample sample) {
    List<Sample> all = new ArrayList<>(samples);
    all.add(sample);
    return new TaskRevisits(all);
  }

  /** The same with the last sample one step further. */
  TaskRevisits now(Sample sample) {
    List<Sample> all = new ArrayList<>(samples);
    all.set(all.size() - 1, sample);
    return new TaskRevisits(all);
  }
}
