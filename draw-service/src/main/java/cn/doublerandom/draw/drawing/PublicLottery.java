package cn.doublerandom.draw.drawing;

import cn.doublerandom.draw.protocol.Entropy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A public lottery a draw may use (protocol §4), as the rule packs pin it: drawn on television,
 * published by the state, out of any county's reach.
 *
 * @param days on which it is drawn
 * @param at time of day, Asia/Shanghai
 * @param issues how its issues are numbered
 */
public record PublicLottery(
    String source, List<Entropy.Group> groups, Set<DayOfWeek> days, LocalTime at, Issues issues) {
  private static final String DAYS = "一二三四五六日";
  static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  public PublicLottery {
    groups = List.copyOf(groups);
    days = Set.copyOf(days);
  }

  /** Whether the promise is of this lottery and of one of its scheduled times. */
  boolean pins(Entropy.LotteryPromise promise) {
    return isOf(promise) && isDrawnAt(Instant.parse(promise.drawnAt()));
  }

  /**
   * The year and a number of three digits within it that counts the evenings, from 001.
   *
   * @param yearDigits how many digits of the year are written
   * @param most issues in a year
   * @param rests when evenings may have fallen out; empty where nobody says, and any may have
   */
  public record Issues(int yearDigits, int most, Optional<List<Rest>> rests) {
    private static final int NUMBER_DIGITS = 3;

    public Issues {
      rests = rests.map(List::copyOf);
    }

    private OptionalInt number(String issue, LocalDate day) {
      String year = String.valueOf(day.getYear());
      boolean isOfTheYear =
          issue.matches("[0-9]{" + (yearDigits + NUMBER_DIGITS) + "}")
              && issue.startsWith(year.substring(year.length() - yearDigits));
      return isOfTheYear
          ? OptionalInt.of(Integer.parseInt(issue.substring(yearDigits)))
          : OptionalInt.empty();
    }

    private long restDays(LocalDate day) {
      return rests
          .map(all -> all.stream().mapToLong(rest -> rest.daysUpTo(day)).sum())
          .orElse((long) day.getDayOfYear());
    }
  }

  /** A holiday on which nothing is drawn: it begins on the day or later, and lasts so long. */
  public record Rest(MonthDay from, int days) {
    private long daysUpTo(LocalDate day) {
      long since = ChronoUnit.DAYS.between(from.atYear(day.getYear()), day) + 1;
      return Math.clamp(since, 0, days);
    }
  }

  /**
   * Whether the issue can be the one that is drawn at the promised time: an earlier one, whose
   * numbers everybody knows, is no chance.
   */
  boolean numbers(Entropy.LotteryPromise promise) {
    LocalDate day = dayOf(promise);
    OptionalInt number = issues.number(promise.issue(), day);
    if (number.isEmpty()) {
      return false;
    }
    long evenings =
        day.withDayOfYear(1)
            .datesUntil(day.plusDays(1))
            .filter(d -> days.contains(d.getDayOfWeek()))
            .count();
    return number.getAsInt() >= Math.max(1, evenings - missing(issues.restDays(day)))
        && number.getAsInt() <= Math.min(issues.most(), evenings);
  }

  /** Most evenings that so many days can hold, in as many parts as the year has holidays. */
  private long missing(long restDays) {
    int week = DayOfWeek.values().length;
    long weeks = (restDays + week - 1) / week;
    return Math.min(restDays, weeks * days.size());
  }

  /** The day of a promised issue, where it is drawn. */
  public static LocalDate dayOf(Entropy.LotteryPromise promise) {
    return Instant.parse(promise.drawnAt()).atZone(BEIJING).toLocalDate();
  }

  /** Whether the promise is of this lottery, at whatever time. */
  boolean isOf(Entropy.LotteryPromise promise) {
    return promise.source().equals(source) && promise.groups().equals(groups);
  }

  /** On which days and at which hour it is drawn, in both languages. */
  Map<String, Object> calendar() {
    List<DayOfWeek> week = days.stream().sorted().toList();
    return Map.of(
        "zh",
        "“%s”每周%s %s 开奖（北京时间）。"
            .formatted(
                source,
                joined(week, "、", day -> DAYS.substring(day.getValue() - 1, day.getValue())),
                at),
        "en",
        "“%s” is drawn on %s at %s, time of Beijing."
            .formatted(
                source,
                joined(week, ", ", day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                at));
  }

  private static String joined(
      List<DayOfWeek> week, String comma, Function<DayOfWeek, String> word) {
    return week.stream().map(word).collect(Collectors.joining(comma));
  }

  private boolean isDrawnAt(Instant time) {
    ZonedDateTime local = time.atZone(BEIJING);
    return days.contains(local.getDayOfWeek()) && local.toLocalTime().equals(at);
  }
}
