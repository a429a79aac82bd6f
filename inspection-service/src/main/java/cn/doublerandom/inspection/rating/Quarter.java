package cn.doublerandom.inspection.rating;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;

/**
 * A quarter of the calendar.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {
  private static final int MONTHS = 3;
  private static final int MOST = 4;

  public Quarter {
    if (number < 1 || number > MOST) {
      throw new IllegalArgumentException("a quarter is 1..4, got " + number);
    }
  }

  /** The one a day is in. */
  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  /** Its days, ascending. */
  public Stream<LocalDate> days() {
    return LocalDate.of(year, (number - 1) * MONTHS + 1, 1).datesUntil(lastDay().plusDays(1));
  }

  LocalDate lastDay() {
    return YearMonth.of(year, number * MONTHS).atEndOfMonth();
  }

  /**
   * The first day on which its ratings are shown: no visit of it can be rated any more, so what is
   * shown once never changes, and two looks differ by nothing.
   *
   * @param ratingDays the most days any visit of it is rated in
   */
  public LocalDate shownFrom(int ratingDays) {
    return lastDay().plusDays(ratingDays + 1L);
  }
}
