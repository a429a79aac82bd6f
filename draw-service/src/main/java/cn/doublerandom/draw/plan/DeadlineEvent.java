package cn.doublerandom.draw.plan;

import java.time.LocalDate;

/** What is noted of the last days of an annual plan. */
public sealed interface DeadlineEvent {
  /**
   * @param step 制定, 上报 or 公示
   * @param state DUE_SOON, OVERDUE or DONE_LATE
   */
  record DeadlineAlarmed(String step, PlanDeadline.State state, LocalDate due, LocalDate on)
      implements DeadlineEvent {}
}
