package cn.doublerandom.inspection.followup;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** All visits of which something follows, as they are listed. */
public interface FollowUpDirectory {
  /**
   * Those of which something is open, by the first day that comes.
   *
   * @param after where the part before ended, see {@link #place}; empty at the beginning
   */
  CompletionStage<List<FollowUpSummary>> open(String after, int limit);

  /** All, by the id of the visit. */
  CompletionStage<List<FollowUpSummary>> all(String after, int limit);

  /** Where one of which something is open stands in its order. */
  static String place(FollowUpSummary one) {
    return one.nextDue() + " " + one.of().visitId();
  }
}
