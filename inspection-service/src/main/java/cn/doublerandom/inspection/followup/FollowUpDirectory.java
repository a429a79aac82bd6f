package cn.doublerandom.inspection.followup;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** All visits of which something follows, as they are listed. */
public interface FollowUpDirectory {
  /** Those of which something is open, by the first day that comes. */
  CompletionStage<List<FollowUpSummary>> open(int limit);

  /** All, by the id of the visit. */
  CompletionStage<List<FollowUpSummary>> all(String after, int limit);
}
