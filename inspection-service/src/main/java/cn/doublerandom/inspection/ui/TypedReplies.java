package cn.doublerandom.inspection.ui;

import cn.doublerandom.inspection.register.Question;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Reply;
import cn.doublerandom.inspection.visit.Violation;
import cn.doublerandom.servicekit.ui.Form;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The replies to a checklist as they are typed into a page, and as they stand in it again. */
final class TypedReplies {
  private static final String VIOLATION = "violation.";

  private TypedReplies() {}

  /**
   * What is typed of one question.
   *
   * @param value absent where nothing was
   * @param notApplicable likewise
   */
  public record Typed(
      @Nullable @Size(max = 1000) String value, @Nullable @Size(max = 500) String notApplicable) {}

  /**
   * What is typed of a finding, all of it or nothing.
   *
   * @param clause of the law or regulation that is broken
   */
  public record Weighed(
      @NotNull Violation.Severity severity,
      @NotBlank @Size(max = 500) String clause,
      @NotNull Violation.Measure measure) {
    Violation meant() {
      return new Violation(severity, clause, measure);
    }
  }

  /** What was answered; a question of which nothing was typed has no reply. */
  static List<Reply> of(List<Question> asked, Form form) {
    List<Reply> replies = new ArrayList<>();
    for (Question question : asked) {
      Typed typed = form.as(Typed.class, ShownQuestion.before(question));
      String value = typed.value();
      String why = typed.notApplicable();
      if (value != null && !value.equals(ShownQuestion.NOT_APPLICABLE)) {
        replies.add(new Reply(question.id(), value.strip(), why));
      } else if (value != null || why != null) {
        replies.add(new Reply(question.id(), null, why == null ? "" : why));
      }
    }
    return replies;
  }

  /** What a finding weighs; nothing where none of it was typed, and whole where some of it was. */
  static @Nullable Violation violation(Form form) {
    return Stream.of("severity", "clause", "measure")
            .allMatch(field -> form.value(VIOLATION + field).isBlank())
        ? null
        : form.as(Weighed.class, VIOLATION).meant();
  }

  /** What stands, by the fields it was typed into. */
  static Map<String, List<String>> fields(Answer answer, List<ShownQuestion> questions) {
    Map<String, List<String>> fields = new HashMap<>();
    for (ShownQuestion one : questions) {
      answer
          .reply(one.question().id())
          .ifPresent(reply -> {
            if (reply.value() != null) {
              fields.put(one.field(), List.of(reply.value()));
            }
            if (reply.notApplicable() != null) {
              fields.put(one.field(), List.of(ShownQuestion.NOT_APPLICABLE));
              fields.put(one.whyNot(), List.of(reply.notApplicable()));
            }
          });
    }
    Violation weighs = answer.violation();
    if (weighs != null) {
      fields.put(VIOLATION + "severity", List.of(weighs.severity().name()));
      fields.put(VIOLATION + "clause", List.of(weighs.clause()));
      fields.put(VIOLATION + "measure", List.of(weighs.measure().name()));
    }
    return fields;
  }
}
