package cn.doublerandom.publication.application;

import cn.doublerandom.publication.result.ResultNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Results by the last day of their publication. */
public interface EndingBoard {
  /**
   * Public ones whose last day has passed, the oldest first; one whose objection waits is not among
   * them.
   */
  CompletionStage<List<ResultNotice>> over(LocalDate today, int limit);
}
