package cn.doublerandom.inspection.departure;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** All hand-overs of officers who leave, as they are listed. */
public interface DepartureDirectory {
  /**
   * By id.
   *
   * @param unit whose officers they are; empty for those of all
   */
  CompletionStage<List<DepartureSummary>> page(String unit, String after, int limit);

  /** Those that wait for a second person, by id. */
  CompletionStage<List<DepartureSummary>> asked(int limit);
}
