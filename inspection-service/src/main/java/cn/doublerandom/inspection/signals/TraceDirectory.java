package cn.doublerandom.inspection.signals;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** What the visits left behind. */
public interface TraceDirectory {
  /**
   * Of the visits that ended in a year, by id.
   *
   * @param most more are refused: nothing is left out
   */
  CompletionStage<List<VisitTrace>> of(int year, int most);
}
