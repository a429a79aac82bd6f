package cn.doublerandom.servicekit.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as people write them: taken where only one day can be meant, else refused with a reason. */
public final class DayText {
  /** No day of a register is before it. */
  public static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  /** Later days are fillers for “never”, such as 9999-12-31. */
  public static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String EXAMPLE = "应为日期，例如 2023-03-15。";
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|年(\\d{1,2})月(\\d{1,2})日?)");
  private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<day>.+?)[T ](?<time>\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)"
              + "(?<offset>Z|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern SPACE_IN_DAY = Pattern.compile("(?:\\G|(?<!\\s))\\s*+([年月日])\\s*+");
  private static final Pattern MONTH = Pattern.compile("\\d{4}(?:[-/.年])\\d{1,2}月?");
  private static final Pattern SHORT_YEAR = Pattern.compile("\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?");
  private static final Pattern DAY_FIRST = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}");

  /** What was read. */
  public sealed interface Reading {
    record Read(LocalDate day) implements Reading {}

    /**
     * @param code stable, for programs
     * @param text what an officer reads
     */
    record Refused(String code, String text) implements Reading {}
  }

  /** Code of a day on which something is said to have happened, and which is still to come. */
  public static final String IN_FUTURE = "day-in-future";

  private DayText() {}

  /** Why something cannot have happened on a day; empty where it can. */
  public static Optional<String> notYet(LocalDate day, LocalDate recorded) {
    return day.isAfter(recorded)
        ? Optional.of("%s 晚于录入日 %s，不可能已经发生。".formatted(day, recorded))
        : Optional.empty();
  }

  /** The day of a text: 2023-03-15, 2023/3/15, 2023年3月15日, 20230315, with or without a time. */
  public static Reading read(String text) {
    if (ISO.matcher(text).matches()) {
      return day(text.substring(0, 4), text.substring(5, 7), text.substring(8));
    }
    String narrow = TextGuard.normalized(TextGuard.visible(text), Normalizer.Form.NFKC).strip();
    String plain = SPACE_IN_DAY.matcher(narrow).replaceAll("$1").strip();
    Matcher time = TIME.matcher(plain);
    if (time.matches()) {
      return withTime(time);
    }
    return day(plain);
  }

  private static Reading withTime(Matcher time) {
    return switch (day(time.group("day"))) {
      case Reading.Refused refused -> refused;
      case Reading.Read(LocalDate day) -> {
        try {
          String clock = time.group("time");
          LocalTime at = LocalTime.parse(clock.indexOf(':') == 1 ? "0" + clock : clock);
          String offset = time.group("offset");
          LocalDate here =
              offset == null
                  ? day
                  : LocalDateTime.of(day, at)
                      .atOffset(ZoneOffset.of(offset))
                      .atZoneSameInstant(SHANGHAI)
                      .toLocalDate();
          yield here.equals(day)
              ? new Reading.Read(day)
              : refused("所写时刻在北京时间是 " + here + "，请只写日期。");
        } catch (DateTimeException e) {
          yield refused("没有这个时刻，" + EXAMPLE);
        }
      }
    };
  }

  private static Reading day(String text) {
    Matcher day = DAY.matcher(text);
    Matcher compact = COMPACT.matcher(text);
    if (day.matches()) {
      boolean inSigns = day.group(3) != null;
      return day(day.group(1), day.group(inSigns ? 3 : 5), day.group(inSigns ? 4 : 6));
    } else if (compact.matches()) {
      return day(compact.group(1), compact.group(2), compact.group(3));
    } else if (MONTH.matcher(text).matches()) {
      return refused("只写到月，缺少日，" + EXAMPLE);
    } else if (SHORT_YEAR.matcher(text).matches()) {
      return refused("年份应写四位，" + EXAMPLE);
    } else if (DAY_FIRST.matcher(text).matches()) {
      return refused("不知道哪个是月、哪个是日，" + EXAMPLE);
    } else if (text.matches("[1-7][0-9]{4}")) {
      return refused("这是表格软件的日期序号，请把此格设为日期格式，" + EXAMPLE);
    }
    return refused(EXAMPLE);
  }

  private static Reading day(String year, String month, String ofMonth) {
    try {
      LocalDate day =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(ofMonth));
      return day.isBefore(FIRST) || day.isAfter(LAST)
          ? new Reading.Refused("impossible-day", "日期应在 1900 年至 2199 年之间。")
          : new Reading.Read(day);
    } catch (DateTimeException e) {
      return refused("没有这一天，" + EXAMPLE);
    }
  }

  private static Reading refused(String text) {
    return new Reading.Refused("not-a-date", text);
  }
}
