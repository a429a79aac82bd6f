package cn.doublerandom.publication.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the three steps due by the end of January, as its alarm said last (R25).
 *
 * @param step 制定, 上报 or 公示
 * @param state DUE_SOON, OVERDUE or DONE_LATE
 * @param on day of the alarm
 * @param doneOn absent unless it was made up for, and where that was not told
 */
public record PlanAlarm(
    String planKey,
    String step,
    String state,
    LocalDate due,
    LocalDate on,
    @Nullable LocalDate doneOn)
    implements Noted {
  public String id() {
    return planKey + "-" + step;
  }

  /** Whether the law is broken or was; that the day comes near concerns the office alone. */
  public boolean missedItsDay() {
    return !state.equals("DUE_SOON");
  }
}
