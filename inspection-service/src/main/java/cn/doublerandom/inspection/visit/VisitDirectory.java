package cn.doublerandom.inspection.visit;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** All visits as they are listed. */
public interface VisitDirectory {
  CompletionStage<List<VisitSummary>> page(String after, int limit);

  /** Visits of one draw, by id. */
  CompletionStage<List<VisitSummary>> ofDraw(String drawId, int limit);

  /** Visits that are finished and not recorded, by id. */
  CompletionStage<List<VisitSummary>> open(String after, int limit);
}
