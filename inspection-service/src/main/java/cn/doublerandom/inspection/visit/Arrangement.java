package cn.doublerandom.inspection.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is arranged of a visit that has not begun.
 *
 * @param day on which it is held; absent where none is agreed, and any day of its window will do
 * @param asked another day that waits for another person; absent where none does
 */
public record Arrangement(@Nullable LocalDate day, @Nullable AskedDay asked) {
  /** Nothing is. */
  static final Arrangement NONE = new Arrangement(null, null);

  /**
   * A day somebody asked for.
   *
   * @param by account
   */
  public record AskedDay(LocalDate day, String reason, String by, LocalDate on) {}

  /** Whether the visit may be held on a day. */
  boolean allows(LocalDate on) {
    return day == null || day.equals(on);
  }

  /** Whether nothing is arranged. */
  boolean isNone() {
    return equals(NONE);
  }

  Arrangement after(ArrangementEvent event) {
    return switch (event) {
      case ArrangementEvent.DayAsked(var which, var reason, var by, var on) ->
          new Arrangement(day, new AskedDay(which, reason, by, on));
      case ArrangementEvent.DayAgreed agreed -> new Arrangement(agreed.day(), null);
      case ArrangementEvent.DayDeclined declined -> new Arrangement(day, null);
    };
  }
}
