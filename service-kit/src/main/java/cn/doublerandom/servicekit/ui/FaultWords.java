package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.problem.PageWording;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A refusal in the words of a page: what is wrong beside its field, else at the top. */
final class FaultWords {
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
          Map.entry("expected-text", "This must be a text."),
          Map.entry(
              "cut-off",
              "The file did not come whole; perhaps the line broke. Nothing in the register has"
                  + " changed: choose the file again and hand it in."),
          Map.entry(
              "empty-file",
              "The file you chose is empty (0 bytes). Open it, save it and choose it again."),
          Map.entry("several-files", "Choose one file only."),
          Map.entry("resident-number", "The number of a resident may not stand here."));

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

  private FaultWords() {}

  static List<FilledForm.Fault> of(ProblemException refusal, boolean english) {
    Rejection why = refusal.rejection();
    String whole = PageWording.of(why, english) + clause(refusal, english);
    List<FilledForm.Fault> beside =
        refusal.errors().stream()
            .map(error -> new FilledForm.Fault(error.field(), text(error, whole, english)))
            .toList();
    return beside.isEmpty() ? List.of(new FilledForm.Fault("", whole)) : beside;
  }

  /** What the law says stands beside what it refuses. */
  private static String clause(ProblemException refusal, boolean english) {
    Object clause = refusal.context().get("clause");
    return clause == null ? "" : (english ? " (By %s.)" : "（依据：%s）").formatted(clause);
  }

  private static String inChinese(Problem.FieldError error) {
    return OF_PROGRAMS.matcher(error.text()).find()
        ? CHINESE.getOrDefault(error.code(), error.text())
        : error.text();
  }

  private static String text(Problem.FieldError error, String whole, boolean english) {
    return switch (error.code()) {
      case "refused" -> whole;
      case "invalid" -> error.text();
      default -> english ? ENGLISH.getOrDefault(error.code(), OTHERWISE) : inChinese(error);
    };
  }
}
