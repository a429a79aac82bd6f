package cn.doublerandom.servicekit.waiting;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day within a sentence; the year is said where it is another than today's. */
public final class DayWords {
  private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日");
  private static final DateTimeFormatter CHINESE_YEAR = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter ENGLISH_YEAR =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private DayWords() {}

  public static String chinese(LocalDate day, LocalDate today) {
    return day.format(day.getYear() == today.getYear() ? CHINESE : CHINESE_YEAR);
  }

  public static String english(LocalDate day, LocalDate today) {
    return day.format(day.getYear() == today.getYear() ? ENGLISH : ENGLISH_YEAR);
  }
}
