package cn.doublerandom.bureau.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Working days of mainland China (民法典 §201: the period starts the day after). Weekends are off
 * unless made up, other days are on unless a holiday; both exceptions come from the State Council's
 * yearly notices and from nowhere else.
 */
public final class WorkdayCalendar {
  public static final int MAX_DAYS = 1_000;

  private static final String DATA = "/calendar/holiday-notices.csv";
  private static final WorkdayCalendar SHIPPED = new WorkdayCalendar(read());

  private final List<HolidayNotice> notices;
  private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
  private final Set<Integer> noticedYears = new HashSet<>();

  /** A later notice goes before an earlier one, day by day. */
  private WorkdayCalendar(List<HolidayNotice> notices) {
    this.notices = notices.stream().sorted(Comparator.comparing(HolidayNotice::issuedOn)).toList();
    for (HolidayNotice notice : this.notices) {
      notice.off().forEach(day -> exceptions.put(day, false));
      notice.worked().forEach(day -> exceptions.put(day, true));
      noticedYears.add(notice.year());
    }
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
    return SHIPPED;
  }

  private static List<HolidayNotice> read() {
    return ShippedTable.rows(DATA).stream()
        .map(cells ->
            new HolidayNotice(
                cells.get(0),
                LocalDate.parse(cells.get(1)),
                Integer.parseInt(cells.get(2)),
                days(cells.get(3)),
                days(cells.get(4))))
        .toList();
  }

  private static List<LocalDate> days(String cell) {
    return cell.isEmpty()
        ? List.of()
        : Stream.of(cell.split(" ", -1)).map(LocalDate::parse).toList();
  }

  /** This calendar and what was issued since. */
  public WorkdayCalendar with(List<HolidayNotice> issued) {
    return issued.isEmpty()
        ? this
        : new WorkdayCalendar(Stream.concat(notices.stream(), issued.stream()).toList());
  }

  /** All notices, in the order they were issued. */
  public List<HolidayNotice> notices() {
    return notices;
  }

  /** The number of the latest notice for the year of a day; empty where there is none yet. */
  public Optional<String> basis(LocalDate day) {
    return notices.reversed().stream()
        .filter(notice -> notice.year() == day.getYear())
        .map(HolidayNotice::number)
        .findFirst();
  }

  public boolean isWorkday(LocalDate day) {
    boolean weekday =
        day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    return exceptions.getOrDefault(day, weekday);
  }

  /** The day from which so many working days are left until another, that one included. */
  public LocalDate before(LocalDate day, int workingDays) {
    LocalDate on = day;
    for (int left = workingDays; left > 0; ) {
      on = on.minusDays(1);
      left -= isWorkday(on) ? 1 : 0;
    }
    return on;
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
