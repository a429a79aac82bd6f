package cn.doublerandom.inspection.visit;

import cn.doublerandom.inspection.Officer;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All visits as they are listed. */
public interface VisitDirectory {
  /**
   * Those somebody may read, by id.
   *
   * @param notHeld only those whose window has ended and that are neither finished nor cancelled
   */
  CompletionStage<List<VisitSummary>> page(
      Officer reader, boolean notHeld, String after, int limit);

  /** Visits of one draw, by id. */
  CompletionStage<List<VisitSummary>> ofDraw(String drawId, int limit);

  /** Visits that are finished and not recorded, by id. */
  CompletionStage<List<VisitSummary>> open(String after, int limit);
}
