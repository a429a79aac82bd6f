package cn.doublerandom.registry.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days as they are typed from a paper: several in a line, or all from one to another. */
final class TypedDays {
  private static final String DAY = "([0-9]{4})[-年/.]([0-9]{1,2})[-月/.]([0-9]{1,2})日?";
  private static final Pattern ONE = Pattern.compile(DAY);
  private static final Pattern RANGE = Pattern.compile(DAY + "\\s*(?:至|到|~|～|—|to)\\s*" + DAY);

  /** The longest holiday there is has nine days. */
  private static final int MOST_IN_RANGE = 31;

  private TypedDays() {}

  /**
   * @param number of the line, the first being 1
   * @param days that stand in this part; none where it cannot be read
   */
  record Line(int number, String text, List<LocalDate> days) {}

  /** What stands in each part of each line; parts are parted by commas. */
  static List<Line> of(String text) {
    List<Line> read = new ArrayList<>();
    String[] lines = text.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length; i++) {
      for (String part : lines[i].split("[、，,；;]")) {
        if (!part.isBlank()) {
          read.add(new Line(i + 1, part.strip(), days(part.strip())));
        }
      }
    }
    return List.copyOf(read);
  }

  private static List<LocalDate> days(String part) {
    try {
      Matcher range = RANGE.matcher(part);
      if (range.matches()) {
        return between(day(range, 1), day(range, 4));
      }
      Matcher one = ONE.matcher(part);
      return one.matches() ? List.of(day(one, 1)) : List.of();
    } catch (DateTimeException noDay) {
      return List.of();
    }
  }

  private static List<LocalDate> between(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last);
    return days < 0 || days >= MOST_IN_RANGE
        ? List.of()
        : Stream.iterate(first, day -> day.plusDays(1)).limit(days + 1).toList();
  }

  private static LocalDate day(Matcher found, int from) {
    return LocalDate.of(
        Integer.parseInt(found.group(from)),
        Integer.parseInt(found.group(from + 1)),
        Integer.parseInt(found.group(from + 2)));
  }
}
