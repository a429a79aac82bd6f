package cn.doublerandom.servicekit.board;

import cn.doublerandom.bureau.time.DueLight;
import cn.doublerandom.bureau.time.WorkdayCalendar;
import java.time.LocalDate;

/**
 * The day the board is looked at.
 *
 * @param near latest last day that is near, see {@link DueLight#nearUntil}
 */
public record BoardDay(LocalDate today, LocalDate near) {
  public static BoardDay of(LocalDate today, WorkdayCalendar calendar) {
    return new BoardDay(today, DueLight.nearUntil(today, calendar));
  }

  /** How a figure of what is past looks. */
  public static String past(long count) {
    return look(DueLight.of(0, count));
  }

  /** How a figure of what is near looks, or past. */
  public static String near(long count) {
    return look(DueLight.of(count, 0));
  }

  /** How a light looks on a page. */
  public static String look(DueLight light) {
    return switch (light) {
      case GREEN -> "ok";
      case AMBER -> "warn";
      case RED -> "bad";
    };
  }
}
