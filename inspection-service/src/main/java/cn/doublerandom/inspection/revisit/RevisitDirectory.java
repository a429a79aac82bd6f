package cn.doublerandom.inspection.revisit;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** All tasks of which visits are seen again. */
public interface RevisitDirectory {
  /** By plan and task. */
  CompletionStage<List<RevisitSummary>> page(String after, int limit);

  /** Those in which an officer is on a team, by plan and task after one. */
  CompletionStage<List<RevisitSummary>> of(String officer, String after, int limit);
}
