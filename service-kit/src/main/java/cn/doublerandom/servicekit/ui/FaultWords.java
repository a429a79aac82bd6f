package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.Map;

/** A refusal in the words of a page: what is wrong beside its field, else at the top. */
final class FaultWords {
  /** The border says what is wrong with a field in Chinese; this is the same by its code. */
  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("expected-word", "Choose one of the list."),
          Map.entry("expected-date", "This is no date; write it as 2023-03-15."),
          Map.entry("expected-integer", "This must be a whole number."),
          Map.entry("expected-number", "This must be a number."),
          Map.entry("expected-boolean", "Choose yes or no."),
          Map.entry("expected-text", "This must be a text."),
          Map.entry(
              "cut-off",
              "The file did not come whole; perhaps the line broke. Nothing in the register has"
                  + " changed: choose the file again and hand it in."),
          Map.entry("several-files", "Choose one file only."),
          Map.entry("resident-number", "The number of a resident may not stand here."));

  private static final String OTHERWISE = "This cannot be taken as it is written.";

  private FaultWords() {}

  static List<FilledForm.Fault> of(ProblemException refusal, boolean english) {
    Rejection why = refusal.rejection();
    String whole = (english ? why.english() : why.text()) + clause(refusal, english);
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

  private static String text(Problem.FieldError error, String whole, boolean english) {
    return switch (error.code()) {
      case "refused" -> whole;
      case "invalid" -> error.text();
      default -> english ? ENGLISH.getOrDefault(error.code(), OTHERWISE) : error.text();
    };
  }
}
