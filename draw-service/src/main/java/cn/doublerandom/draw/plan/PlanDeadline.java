package cn.doublerandom.draw.plan;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the three steps a plan takes by the end of January (1月底前完成制定、上报和公示, R25).
 *
 * @param step 制定, 上报 or 公示
 * @param doneOn absent as long as it is not done
 * @param daysLeft until the due day; negative once it has passed, 0 where the step is done
 */
public record PlanDeadline(
    String step, LocalDate due, @Nullable LocalDate doneOn, State state, long daysLeft) {
  private static final int LAST_DAY = 31;
  private static final int SOON = 14;

  /** Two weeks ahead a step that is open becomes due soon. */
  public enum State {
    DONE,
    DONE_LATE,
    OPEN,
    DUE_SOON,
    OVERDUE
  }

  /** All three, in their order; of a plan nobody has begun too. */
  public static List<PlanDeadline> of(int year, PlanDates dates, LocalDate today) {
    LocalDate due = LocalDate.of(year, Month.JANUARY, LAST_DAY);
    return List.of(
        of("制定", due, dates.approvedOn(), today),
        of("上报", due, dates.reportedOn(), today),
        of("公示", due, dates.firstPublishedOn(), today));
  }

  /** How many of the steps were done, late or not. */
  public static long done(List<PlanDeadline> steps) {
    return steps.stream().filter(step -> step.doneOn() != null).count();
  }

  /** How many of them were done after their day. */
  public static long doneLate(List<PlanDeadline> steps) {
    return steps.stream().filter(step -> step.state() == State.DONE_LATE).count();
  }

  private static PlanDeadline of(
      String step, LocalDate due, @Nullable LocalDate doneOn, LocalDate today) {
    if (doneOn != null) {
      return new PlanDeadline(
          step, due, doneOn, doneOn.isAfter(due) ? State.DONE_LATE : State.DONE, 0);
    }
    long left = ChronoUnit.DAYS.between(today, due);
    State state = left < 0 ? State.OVERDUE : left <= SOON ? State.DUE_SOON : State.OPEN;
    return new PlanDeadline(step, due, null, state, left);
  }
}
