package cn.doublerandom.draw.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 制表时间: a day of the calendar, not far from the year that is planned. */
final class TableDate {
  static final String HEAD = "制表时间";

  private static final Pattern DAY =
      Pattern.compile("([0-9]{4})[年./-]([0-9]{1,2})(?:[月./-](?:([0-9]{1,2})日?)?)?");

  private TableDate() {}

  /** Why the day cannot be meant. */
  record Doubt(String code, String text) {}

  /** What is wrong with the day as printed; nothing where it is none that is read. */
  static Optional<Doubt> doubt(String printed, OptionalInt planned) {
    Matcher parts = DAY.matcher(printed);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(parts.group(1));
    int day = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
    if (!isDay(year, Integer.parseInt(parts.group(2)), day)) {
      return Optional.of(new Doubt("table-date-invalid", "没有“" + printed + "”这一天。"));
    }
    return planned.isPresent() && Math.abs(year - planned.getAsInt()) > 1
        ? Optional.of(
            new Doubt(
                "table-date-far", "制表时间“%s”与计划年度 %d 年相距太远。".formatted(printed, planned.getAsInt())))
        : Optional.empty();
  }

  private static boolean isDay(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day).getYear() == year;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
