package cn.doublerandom.inspection.departure;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** All hand-overs of officers who leave, as they are listed. */
public interface DepartureDirectory {
  /** By id. */
  CompletionStage<List<DepartureSummary>> page(String after, int limit);

  /** Those that wait for a second person, by id. */
  CompletionStage<List<DepartureSummary>> asked(int limit);
}
