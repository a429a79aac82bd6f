package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is noted of the last days of an annual plan. */
public sealed interface DeadlineEvent {
  /**
   * @param step 制定, 上报 or 公示
   * @param state DUE_SOON, OVERDUE or DONE_LATE
   * @param doneOn absent unless it was made up for, and in events from before that was noted
   */
  record DeadlineAlarmed(
      String step,
      PlanDeadline.State state,
      LocalDate due,
      LocalDate on,
      @Nullable LocalDate doneOn)
      implements DeadlineEvent {}
}
