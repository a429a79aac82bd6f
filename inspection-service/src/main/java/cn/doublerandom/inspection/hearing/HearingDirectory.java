package cn.doublerandom.inspection.hearing;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The hearings of a kind as they are read. */
public interface HearingDirectory<S extends HearingSummary> {
  /** At most {@code limit} with an id after {@code after}, ascending. */
  CompletionStage<List<S>> page(String after, int limit);

  /** At most {@code limit} that are not over with an id after {@code after}, ascending. */
  CompletionStage<List<S>> open(String after, int limit);

  /** At most {@code limit} of one unit with an id after {@code after}, ascending. */
  CompletionStage<List<S>> of(String unit, String after, int limit);
}
