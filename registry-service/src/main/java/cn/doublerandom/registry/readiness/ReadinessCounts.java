package cn.doublerandom.registry.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Counts and lists what is not in order. */
public interface ReadinessCounts {
  CompletionStage<Readiness> on(LocalDate day);

  /** Entries behind a point, at most {@code limit} ids after {@code after}, ascending. */
  CompletionStage<List<String>> entries(Point point, LocalDate day, String after, int limit);
}
