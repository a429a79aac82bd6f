package cn.doublerandom.publication.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A month or a whole year.
 *
 * @param month 1 to 12; 0 for the whole year
 */
public record ReportPeriod(int year, int month) {
  private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-(0[1-9]|1[0-2]))?");

  public ReportPeriod {
    if (month < 0 || month > 12) {
      throw new IllegalArgumentException("month must be 1..12, or 0 for a year, got " + month);
    }
  }

  /** What {@code 2023} or {@code 2023-03} says; empty where it is neither. */
  public static Optional<ReportPeriod> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ReportPeriod(
                Integer.parseInt(matcher.group(1)),
                matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** The month of a day. */
  public static ReportPeriod monthOf(LocalDate day) {
    return new ReportPeriod(day.getYear(), day.getMonthValue());
  }

  public boolean isYear() {
    return month == 0;
  }

  public boolean holds(LocalDate day) {
    return day.getYear() == year && (isYear() || day.getMonthValue() == month);
  }

  /** Its first day. */
  public LocalDate first() {
    return LocalDate.of(year, isYear() ? 1 : month, 1);
  }

  /** Its last day. */
  public LocalDate last() {
    return isYear() ? LocalDate.of(year, 12, 31) : YearMonth.of(year, month).atEndOfMonth();
  }

  /** 2023, or 2023-03. */
  public String text() {
    return isYear() ? "%04d".formatted(year) : "%04d-%02d".formatted(year, month);
  }
}
