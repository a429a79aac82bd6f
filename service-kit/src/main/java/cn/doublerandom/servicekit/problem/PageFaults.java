package cn.doublerandom.servicekit.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a page says of a field that is not as required: the border tells programs of quotes and
 * members, and calls a field as they send it.
 */
public final class PageFaults {
  private record Name(String chinese, String english) {}

  private static final String UNREAD = "这里填的内容无法读取。请重新打开本页再填。";

  /** The border says what is wrong with a field in Chinese; this is the same by its code. */
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("expected-word", "Choose one of the list."),
          Map.entry("expected-date", "This is no date; write it as 2023-03-15."),
          Map.entry("expected-integer", "This must be a whole number."),
          Map.entry(
              "out-of-range", "This number is beyond what can be taken, or not written as one."),
          Map.entry("expected-number", "This must be a number."),
          Map.entry("expected-boolean", "Choose yes or no."),
          Map.entry(
              "expected-share", "This must be a fraction such as 3/100, its denominator not 0."),
          Map.entry("quota-above-hundred", "This must be a fraction of at most 1."),
          Map.entry("expected-text", "This must be a text."),
          Map.entry(
              "cut-off",
              "The file did not come whole; perhaps the line broke. Nothing in the register has"
                  + " changed: choose the file again and hand it in."),
          Map.entry(
              "empty-file",
              "The file you chose is empty (0 bytes). Open it, save it and choose it again."),
          Map.entry("before-from", "The range ends before it begins; exchange or correct the two."),
          Map.entry("impossible-day", "A day must be between the years 1900 and 2199."),
          Map.entry("year-without-figures", "There are no figures of this year."),
          Map.entry("several-files", "Choose one file only."),
          Map.entry("resident-number", "The number of a resident may not stand here."),
          Map.entry(
              "mobile-number",
              "Everybody will read this; the number of a mobile telephone may not stand here."));

  private static final String OTHERWISE = "This cannot be taken as it is written.";

  /** What the border tells programs of quotes, members and lists, as who fills a form reads it. */
  private static final Map<String, String> CHINESE =
      Map.ofEntries(
          Map.entry("expected-word", "应为下列之一，请从列表中选择。"),
          Map.entry("expected-integer", "应为整数。"),
          Map.entry("expected-number", "应为数字。"),
          Map.entry("expected-boolean", "请选择是或否。"),
          Map.entry("expected-text", "应为文字。"),
          Map.entry("expected-moment", "应为日期和时刻，例如 2023-03-15 09:00。"),
          Map.entry("expected-list", UNREAD),
          Map.entry("expected-object", UNREAD),
          Map.entry("null-element", UNREAD),
          Map.entry("malformed", UNREAD),
          Map.entry("trailing-text", UNREAD),
          Map.entry("not-utf-8", UNREAD),
          Map.entry("duplicate-member", "这一项在表中出现了两次。请重新打开本页再填。"),
          Map.entry("unknown-member", "表中多了一项不该有的内容。请重新打开本页再填。"));

  /** By which a sentence is known that speaks of the form a program sends. */
  private static final Pattern OF_PROGRAMS =
      Pattern.compile("引号|[a-z]{4}|JSON|UTF-8|T\\d\\d:|成员|\\[|：[A-Z]|其后不应|此处不是");

  /**
   * What addresses of pages are made of, as who reads them calls it. What is not here stands in no
   * page by a name of its own, so nothing is called by it.
   */
  private static final Map<String, Name> NAMES =
      Map.ofEntries(
          Map.entry("bureau", new Name("单位", "Bureau")),
          Map.entry("code", new Name("代码", "Code")),
          Map.entry("day", new Name("日期", "Day")),
          Map.entry("drawId", new Name("抽取编号", "Number of the draw")),
          Map.entry("id", new Name("编号", "Number")),
          Map.entry("kind", new Name("类别", "Kind")),
          Map.entry("number", new Name("编号", "Number")),
          Map.entry("period", new Name("期间", "Period")),
          Map.entry("planKey", new Name("计划编号", "Number of the plan")),
          Map.entry("bulletinId", new Name("通报编号", "Number of the bulletin")),
          Map.entry("programmeId", new Name("实施方案编号", "Number of the programme")),
          Map.entry("result", new Name("结果编号", "Number of the result")),
          Map.entry("resultId", new Name("结果编号", "Number of the result")),
          Map.entry("search", new Name("查询内容", "What is looked for")),
          Map.entry("since", new Name("起始日期", "From")),
          Map.entry("state", new Name("状态", "State")),
          Map.entry("subject", new Name("检查对象", "Subject")),
          Map.entry("task", new Name("任务编号", "Number of the task")),
          Map.entry("unit", new Name("科室", "Unit")),
          Map.entry("until", new Name("截止日期", "Until")),
          Map.entry("version", new Name("版本", "Version")),
          Map.entry("visit", new Name("检查编号", "Number of the visit")),
          Map.entry("visitId", new Name("检查编号", "Number of the visit")),
          Map.entry("year", new Name("年度", "Year")));

  private static final Name NOTHING = new Name("", "");

  private PageFaults() {}

  /** The same fault with words of a page in the place of a program's. */
  static Problem.FieldError of(Problem.FieldError error, boolean english) {
    Name name = NAMES.getOrDefault(error.field(), NOTHING);
    return new Problem.FieldError(
        english ? name.english() : name.chinese(), null, error.code(), text(error, english));
  }

  /** The rule of a length says letters; of a list it means entries. */
  public static String text(ConstraintViolation<?> violation) {
    return violation.getInvalidValue() instanceof Collection<?>
        ? violation.getMessage().replace("个字", "项").replace("characters", "entries")
        : violation.getMessage();
  }

  /** What is wrong with it. */
  public static String text(Problem.FieldError error, boolean english) {
    if (error.code().equals("invalid")) {
      return error.text();
    }
    return english ? ENGLISH.getOrDefault(error.code(), OTHERWISE) : inChinese(error);
  }

  private static String inChinese(Problem.FieldError error) {
    return OF_PROGRAMS.matcher(error.text()).find()
        ? CHINESE.getOrDefault(error.code(), error.text())
        : error.text();
  }
}
