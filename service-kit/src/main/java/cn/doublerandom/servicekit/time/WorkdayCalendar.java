package cn.doublerandom.servicekit.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Working days of mainland China (民法典 §201: the period starts the day after). Weekends are off
 * unless made up, other days are on unless a holiday; both exceptions come from the State Council's
 * yearly notices and from nowhere else.
 */
public final class WorkdayCalendar {
  public static final int MAX_DAYS = 1_000;

  private static final String DATA = "/calendar/cn-workday-exceptions-2019-2026.csv";

  private final Map<LocalDate, Boolean> exceptions;
  private final Set<Integer> noticedYears = new HashSet<>();

  private WorkdayCalendar(Map<LocalDate, Boolean> exceptions) {
    this.exceptions = exceptions;
    exceptions.keySet().forEach(day -> noticedYears.add(day.getYear()));
  }

  /**
   * The last day of a period.
   *
   * @param due the last working day of the period; it ends with that day, Asia/Shanghai
   * @param provisional true where a day was counted in a year without a notice
   */
  public record Deadline(LocalDate due, boolean provisional) {}

  /** The calendar shipped with the suite: notices for 2019 to 2026. */
  public static WorkdayCalendar shipped() {
    try (InputStream in = WorkdayCalendar.class.getResourceAsStream(DATA)) {
      if (in == null) {
        throw new IllegalStateException(DATA + " is not on the class path");
      }
      Map<LocalDate, Boolean> exceptions = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .skip(1)
          .filter(line -> !line.isBlank())
          .forEach(line -> put(exceptions, line));
      return new WorkdayCalendar(exceptions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(Map<LocalDate, Boolean> exceptions, String line) {
    String[] cells = line.split(",", 3);
    exceptions.put(
        LocalDate.parse(cells[0]),
        switch (cells[1]) {
          case "HOLIDAY" -> false;
          case "MAKEUP_WORKDAY" -> true;
          default -> throw new IllegalStateException("unknown day type in: " + line);
        });
  }

  public boolean isWorkday(LocalDate day) {
    boolean weekday =
        day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    return exceptions.getOrDefault(day, weekday);
  }

  /**
   * The end of a period of working days that starts the day after {@code from}.
   *
   * @param workingDays 1 to {@link #MAX_DAYS}
   */
  public Deadline after(LocalDate from, int workingDays) {
    if (workingDays < 1 || workingDays > MAX_DAYS) {
      throw new IllegalArgumentException(
          "working days must be 1..%d, got %d".formatted(MAX_DAYS, workingDays));
    }
    LocalDate day = from;
    boolean provisional = false;
    for (int counted = 0; counted < workingDays; ) {
      day = day.plusDays(1);
      provisional |= !noticedYears.contains(day.getYear());
      counted += isWorkday(day) ? 1 : 0;
    }
    return new Deadline(day, provisional);
  }
}
