package cn.doublerandom.draw.reading;

import static cn.doublerandom.draw.ReadingRejection.PERIOD_IMPOSSIBLE;
import static cn.doublerandom.draw.ReadingRejection.PERIOD_REVERSED;
import static cn.doublerandom.draw.ReadingRejection.PERIOD_TOO_LONG;
import static cn.doublerandom.draw.ReadingRejection.PERIOD_UNREADABLE;
import static cn.doublerandom.draw.ReadingRejection.PERIOD_UNSPECIFIED;
import static cn.doublerandom.draw.ReadingRejection.PERIOD_YEAR_MISSING;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell of 抽取日期, 起止时间 or 实施时间 (R76). What remains in doubt, a missing 月 or a 中旬, is a note;
 * what is no period is refused.
 */
public final class PeriodReader {
  public static final int MAX_CHARACTERS = 200;

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final Pattern NUMERAL =
      Pattern.compile("(?<![零〇一二三四五六七八九十])[零〇一二三四五六七八九十]++(?=[年月日号季])");
  private static final Pattern OPEN = Pattern.compile("实际|待定|另行|视情|按需|适时|确定|随时|^每[月周日天季]");
  private static final Pattern UNTIL = Pattern.compile("起?至|到|[~‐‑–—―−]++");
  private static final Pattern LEADING = Pattern.compile("^(?:须|应|拟|力争|于|在|自|从|每年的?|计划)++");
  private static final Pattern TURN = Pattern.compile("(?:之前|以前|前)$|(?:开始|起|以后|之后|后)$");

  private static final Pattern DAY =
      Pattern.compile(
          "(?:(?<year>[0-9]{4})[年./-])?(?<month>[0-9]{1,2})[月./-](?<day>[0-9]{1,2})[日号]?");

  /** 3月1日至15日 leaves the month to the first day. */
  private static final Pattern LATER_DAY = Pattern.compile("[0-9]{1,2}[日号]");

  private static final Pattern COMPACT =
      Pattern.compile("(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?:(?<year>[0-9]{4})[年./-])?(?<month>[0-9]{1,2})(?<unit>月)?(?<part>上旬|中旬|下旬|初|底|末)?");
  private static final Pattern YEAR_PART =
      Pattern.compile("(?:(?<year>[0-9]{4})年?)?(?<part>全年|常年|长期|年度|上半年|下半年|第?[1-4]季度?|年底|年末|底|末)?");

  private final OptionalInt planYear;
  private final List<String> notes = new ArrayList<>();

  private PeriodReader(OptionalInt planYear) {
    this.planYear = planYear;
  }

  /** Days that are named together. */
  private record Days(LocalDate first, LocalDate last, boolean unitMissing) {}

  /**
   * The reading of a cell, or the code of what is impossible in it.
   *
   * @param cell at most {@link #MAX_CHARACTERS}; any text
   * @param planYear year of the plan, where the cell names none
   */
  public static Reading<PeriodReading> read(String cell, OptionalInt planYear) {
    return cell.length() > MAX_CHARACTERS
        ? new Reading.Refused<>(PERIOD_TOO_LONG)
        : readWhole(cell, planYear);
  }

  /** The same, whatever its length. */
  static Reading<PeriodReading> readWhole(String cell, OptionalInt planYear) {
    try {
      return new Reading.Read<>(new PeriodReader(planYear).reading(cell));
    } catch (Unreadable unreadable) {
      return new Reading.Refused<>(unreadable.reason());
    }
  }

  private PeriodReading reading(String cell) throws Unreadable {
    CellText clean = CellText.of(cell);
    notes.addAll(clean.remarks());
    if (clean.splitDigits()) {
      notes.add("两个数字之间有空格，按连写读取");
    }
    String text = digits(clean.text());
    if (text.isEmpty() || (OPEN.matcher(text).find() && !text.matches(".*[0-9].*"))) {
      throw new Unreadable(PERIOD_UNSPECIFIED);
    }
    Days whole = all(text);
    if (planYear.isPresent()
        && (whole.first.getYear() != planYear.getAsInt()
            || whole.last.getYear() != planYear.getAsInt())) {
      notes.add("期间的年份与计划年度 %d 不一致".formatted(planYear.getAsInt()));
    }
    return new PeriodReading(whole.first, whole.last, notes);
  }

  private static String digits(String text) {
    return NUMERAL
        .matcher(text)
        .replaceAll(numeral -> ChineseNumber.of(numeral.group()).toPlainString());
  }

  /** Several periods are read from the first day to the last, and said to be several. */
  private Days all(String text) throws Unreadable {
    String trimmed = PeriodEnd.withoutSigns(text);
    if (!trimmed.equals(text) && text.matches(".*[/-]$")) {
      notes.add("末尾多出“%s”，可能缺少结束日期".formatted(text.substring(trimmed.length())));
    }
    String[] spans = trimmed.split("[、,;]|和|及");
    if (spans.length == 0) {
      throw new Unreadable(PERIOD_UNREADABLE);
    }
    Days whole = span(spans[0], OptionalInt.empty());
    for (int i = 1; i < spans.length; i++) {
      Days next = span(spans[i], OptionalInt.of(whole.last.getYear()));
      whole =
          new Days(
              next.first.isBefore(whole.first) ? next.first : whole.first,
              next.last.isAfter(whole.last) ? next.last : whole.last,
              false);
    }
    if (spans.length > 1) {
      notes.add("写了多个时段，按首尾读取：" + text);
    }
    return whole;
  }

  private Days span(String text, OptionalInt yearBefore) throws Unreadable {
    String bare = LEADING.matcher(text).replaceFirst("");
    bare = PeriodEnd.withoutWords(bare);
    int[] until = until(bare);
    if (until.length == 0) {
      return turned(bare, yearBefore);
    }
    String firstText = bare.substring(0, until[0]);
    String lastText = PeriodEnd.withoutWords(bare.substring(until[1]));
    OptionalInt lastYear = yearIn(lastText);
    OptionalInt firstYear = yearIn(firstText);
    OptionalInt before =
        firstYear.isPresent() ? firstYear : yearBefore.isPresent() ? yearBefore : lastYear;
    Days first = days(firstText, before);
    if (LATER_DAY.matcher(lastText).matches() && first.first.equals(first.last)) {
      lastText = first.first.getMonthValue() + "月" + lastText;
    }
    Days last =
        turned(lastText, lastYear.isPresent() ? lastYear : OptionalInt.of(first.first.getYear()));
    if (last.unitMissing) {
      notes.add("结束月份缺少“月”字：" + text);
    }
    if (last.last.isBefore(first.first)) {
      throw new Unreadable(PERIOD_REVERSED);
    }
    return new Days(first.first, last.last, false);
  }

  /**
   * Where the word or sign between two ends begins and ends. Hyphens also stand inside dates, so
   * the middle one of an odd number parts the two.
   */
  private static int[] until(String text) {
    Matcher word = UNTIL.matcher(text);
    if (word.find()) {
      return new int[] {word.start(), word.end()};
    }
    int[] hyphens = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == '-').toArray();
    int middle = hyphens.length / 2;
    return hyphens.length % 2 == 0 ? new int[0] : new int[] {hyphens[middle], hyphens[middle] + 1};
  }

  private static OptionalInt yearIn(String text) {
    Matcher year = Pattern.compile("^([0-9]{4})(?:[年./-]|[0-9]{4}$)").matcher(text);
    return year.find() ? OptionalInt.of(Integer.parseInt(year.group(1))) : OptionalInt.empty();
  }

  /** 11月中旬前 ends, 3月起 begins; without such a word the days are what they are. */
  private Days turned(String text, OptionalInt yearBefore) throws Unreadable {
    Matcher turn = TURN.matcher(text);
    if (!turn.find()) {
      return days(text, yearBefore);
    }
    String named = text.substring(0, turn.start());
    Days days = days(named, yearBefore);
    LocalDate newYear = days.first.withDayOfYear(1);
    if (!turn.group().endsWith("前")) {
      notes.add("没有写结束时间，读至年末：" + text);
      return new Days(days.first, newYear.plusYears(1).minusDays(1), false);
    }
    boolean inclusive = named.matches(".*(?:底|末|[日号]|[0-9]{1,2}[./-][0-9]{1,2})$");
    LocalDate last = inclusive ? days.last : days.first.minusDays(1);
    notes.add(
        inclusive
            ? "“%s”按含当日读取，没有写开始时间".formatted(text)
            : "“%s”按截至 %s 读取，也可能指 %s；没有写开始时间".formatted(text, last, days.last));
    if (last.isBefore(newYear)) {
      throw new Unreadable(PERIOD_REVERSED);
    }
    return new Days(newYear, last, false);
  }

  private Days days(String text, OptionalInt yearBefore) throws Unreadable {
    Matcher day = DAY.matcher(text);
    Matcher compact = COMPACT.matcher(text);
    Matcher month = MONTH.matcher(text);
    Matcher part = YEAR_PART.matcher(text);
    try {
      if (compact.matches() && Integer.parseInt(compact.group("month")) <= 12) {
        return one(date(compact, yearBefore));
      } else if (month.matches()
          && (month.group("unit") != null || text.length() <= 2 || month.group("year") != null)) {
        return month(month, yearBefore);
      } else if (day.matches()) {
        return one(date(day, yearBefore));
      } else if (part.matches() && !text.isEmpty()) {
        return part(part, yearBefore);
      }
    } catch (DateTimeException e) {
      throw new Unreadable(PERIOD_IMPOSSIBLE);
    }
    throw new Unreadable(PERIOD_UNREADABLE);
  }

  private static Days one(LocalDate date) {
    return new Days(date, date, false);
  }

  private LocalDate date(Matcher m, OptionalInt yearBefore) throws Unreadable {
    return LocalDate.of(
        year(m.group("year"), yearBefore),
        Integer.parseInt(m.group("month")),
        Integer.parseInt(m.group("day")));
  }

  private Days month(Matcher m, OptionalInt yearBefore) throws Unreadable {
    YearMonth month =
        YearMonth.of(year(m.group("year"), yearBefore), Integer.parseInt(m.group("month")));
    boolean unitMissing = m.group("unit") == null && !m.group().matches(".*[./-].*");
    String part = m.group("part");
    if (part == null) {
      return new Days(month.atDay(1), month.atEndOfMonth(), unitMissing);
    }
    return switch (part) {
      case "上旬", "初" -> roughly(m.group(), new Days(month.atDay(1), month.atDay(10), false));
      case "中旬" -> roughly(m.group(), new Days(month.atDay(11), month.atDay(20), false));
      case "下旬" -> roughly(m.group(), new Days(month.atDay(21), month.atEndOfMonth(), false));
      default -> new Days(month.atEndOfMonth(), month.atEndOfMonth(), false);
    };
  }

  private Days roughly(String text, Days days) {
    notes.add("“%s”读作 %s 至 %s".formatted(text, days.first, days.last));
    return days;
  }

  private static final Map<String, Integer> QUARTERS = Map.of("1", 1, "2", 4, "3", 7, "4", 10);

  private Days part(Matcher m, OptionalInt yearBefore) throws Unreadable {
    int year = year(m.group("year"), yearBefore);
    String part = m.group("part") == null ? "全年" : m.group("part");
    LocalDate newYear = LocalDate.of(year, 1, 1);
    LocalDate lastDay = LocalDate.of(year, 12, 31);
    return switch (part) {
      case "全年", "常年", "长期", "年度" -> new Days(newYear, lastDay, false);
      case "上半年" -> new Days(newYear, LocalDate.of(year, 6, 30), false);
      case "下半年" -> new Days(LocalDate.of(year, 7, 1), lastDay, false);
      case "年底", "年末", "底", "末" -> one(lastDay);
      default -> {
        int first = QUARTERS.getOrDefault(part.replaceAll("[第季度]", ""), 1);
        yield new Days(
            LocalDate.of(year, first, 1), YearMonth.of(year, first + 2).atEndOfMonth(), false);
      }
    };
  }

  private int year(@Nullable String written, OptionalInt yearBefore) throws Unreadable {
    if (written == null && yearBefore.isEmpty() && planYear.isEmpty()) {
      throw new Unreadable(PERIOD_YEAR_MISSING);
    }
    int year =
        written != null
            ? Integer.parseInt(written)
            : yearBefore.isPresent() ? yearBefore.getAsInt() : planYear.orElseThrow();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Unreadable(PERIOD_IMPOSSIBLE);
    }
    return year;
  }
}
