package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import java.util.List;

/** What the watch over the last days asks. */
public sealed interface DeadlineCommand {
  /**
   * @param steps how the three steps stand today
   * @param begun whether there is a plan at all
   */
  record NoteDeadlines(List<PlanDeadline> steps, boolean begun, LocalDate today)
      implements DeadlineCommand {}
}
