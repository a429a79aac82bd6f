package cn.doublerandom.bureau.time;

import java.time.LocalDate;

/**
 * How near a last day is, as it is seen at a glance. The one definition for the board and for
 * whoever counts what is near.
 */
public enum DueLight {
  /** There are more than {@link #NEAR_WORKDAYS} working days left. */
  GREEN,
  /** As many or fewer, the last day included; it has not passed. */
  AMBER,
  /** It has passed. */
  RED;

  /** Working days left at which a last day is near. */
  public static final int NEAR_WORKDAYS = 3;

  /** The light of a last day on a day. */
  public static DueLight of(LocalDate due, LocalDate today, WorkdayCalendar calendar) {
    if (due.isBefore(today)) {
      return RED;
    }
    return due.isAfter(nearUntil(today, calendar)) ? GREEN : AMBER;
  }

  /**
   * The latest last day that is near: days off behind the third working day leave no more working
   * days than it does.
   */
  public static LocalDate nearUntil(LocalDate today, WorkdayCalendar calendar) {
    return calendar.after(today, NEAR_WORKDAYS + 1).due().minusDays(1);
  }

  /** Of things of which so many are open, near (what has passed among them) and past. */
  public static DueLight of(long near, long past) {
    if (past > 0) {
      return RED;
    }
    return near > 0 ? AMBER : GREEN;
  }
}
