package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.inspection.visit.Violation;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.ui.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is typed of an item, as far as it can be read, with all that cannot: who is told of one
 * fault after the other presses the button for each.
 */
record TypedAnswer(Answer answer, List<Problem.FieldError> faults) {
  TypedAnswer {
    faults = List.copyOf(faults);
  }

  /**
   * @param asked questions of the item
   */
  static TypedAnswer of(String item, List<Question> asked, Form form) {
    List<Problem.FieldError> faults = new ArrayList<>();
    Optional<VisitPages.Finding> found = read(() -> form.as(VisitPages.Finding.class), faults);
    List<Reply> replies = new ArrayList<>();
    for (Question question : asked) {
      read(() -> TypedReplies.of(List.of(question), form), faults).ifPresent(replies::addAll);
    }
    Optional<Violation> weighed =
        read(() -> Optional.ofNullable(TypedReplies.violation(form)), faults).flatMap(said -> said);
    return new TypedAnswer(
        found
            .map(one -> one.of(item, replies, weighed.orElse(null)))
            .orElseGet(() ->
                new Answer(item, List.of(), form.value("note"), replies, weighed.orElse(null))),
        faults);
  }

  private static <T> Optional<T> read(Supplier<T> part, List<Problem.FieldError> faults) {
    try {
      return Optional.of(part.get());
    } catch (ProblemException e) {
      if (e.errors().isEmpty()) {
        throw e;
      }
      faults.addAll(e.errors());
      return Optional.empty();
    }
  }

  /** The refusal of all that is wrong, each field once and what could not be read first. */
  ProblemException refused(List<Problem.FieldError> more) {
    Map<String, Problem.FieldError> byField = new LinkedHashMap<>();
    faults.forEach(one -> byField.putIfAbsent(one.field(), one));
    more.forEach(one -> byField.putIfAbsent(one.field(), one));
    return new ProblemException(
        EdgeRejection.FIELD_INVALID, List.copyOf(byField.values()), Map.of());
  }
}
