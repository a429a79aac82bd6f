package cn.doublerandom.publication.application;

import cn.doublerandom.publication.result.ResultNotice;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Results by the end of their publication, and what ends with them. */
public interface EndingBoard {
  /**
   * Public ones whose last day has passed, the oldest first; one whose objection waits is not among
   * them.
   */
  CompletionStage<List<ResultNotice>> over(LocalDate today, int limit);

  /** Those because of which joint discipline was told that has not ended, or waits. */
  CompletionStage<List<ResultNotice>> disciplined(int limit);
}
