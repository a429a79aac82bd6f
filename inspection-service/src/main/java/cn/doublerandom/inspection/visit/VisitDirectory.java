package cn.doublerandom.inspection.visit;

import cn.doublerandom.inspection.Officer;
import java.time.LocalDate;
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

  /** Visits of an account's team that are not done, by the last day of what comes next. */
  CompletionStage<Waiting> waiting(String account, int limit);

  /** Visits somebody answers for whose last day has passed, by that day. */
  CompletionStage<Waiting> late(Officer reader, LocalDate today, int limit);

  /**
   * Visits that are not done.
   *
   * @param total how many there are beside the first, too
   */
  record Waiting(List<VisitSummary> first, long total) {
    public Waiting {
      first = List.copyOf(first);
    }
  }

  /** Visits that are finished and not recorded, by id. */
  CompletionStage<List<VisitSummary>> open(String after, int limit);
}
