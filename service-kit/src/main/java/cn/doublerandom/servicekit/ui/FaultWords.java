package cn.doublerandom.servicekit.ui;

import cn.doublerandom.eventstore.decider.Rejection;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.problem.PageFaults;
import cn.doublerandom.servicekit.problem.PageWording;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** A refusal in the words of a page: what is wrong beside its field, else at the top. */
final class FaultWords {
  private FaultWords() {}

  static List<FilledForm.Fault> of(ProblemException refusal, boolean english) {
    Rejection why = refusal.rejection();
    String whole =
        PageWording.of(why, refusal.context(), english)
            + items(refusal, english)
            + clause(refusal, english);
    List<FilledForm.Fault> beside =
        refusal.errors().stream()
            .map(error -> new FilledForm.Fault(error.field(), text(error, whole, english)))
            .toList();
    return beside.isEmpty() ? List.of(new FilledForm.Fault("", whole)) : beside;
  }

  /** Which items it is about, where it is about some of many. */
  private static String items(ProblemException refusal, boolean english) {
    return refusal.context().get("items") instanceof List<?> items && !items.isEmpty()
        ? (english ? " (Items: %s.)" : "（事项：%s）")
            .formatted(
                items.stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(english ? ", " : "、")))
        : "";
  }

  /** What the law says stands beside what it refuses. */
  private static String clause(ProblemException refusal, boolean english) {
    Object clause = refusal.context().get("clause");
    return clause == null ? "" : (english ? " (By %s.)" : "（依据：%s）").formatted(clause);
  }

  private static String text(Problem.FieldError error, String whole, boolean english) {
    return error.code().equals("refused") ? whole : PageFaults.text(error, english);
  }
}
