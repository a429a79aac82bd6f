package cn.doublerandom.registry.item;

import java.util.List;

/**
 * What an inspector asks on site for one item (R51).
 *
 * @param questions at least one
 */
public record Checklist(List<Question> questions) {
  public Checklist {
    questions = List.copyOf(questions);
  }

  /**
   * One question.
   *
   * @param id within the checklist, stable over its versions
   * @param text as it is asked
   * @param kind of answer
   * @param guidance how to find out; may be empty
   * @param clause legal clause behind it; may be empty
   */
  public record Question(String id, String text, AnswerKind kind, String guidance, String clause) {}

  /** How a question is answered. None has a default answer. */
  public enum AnswerKind {
    YES_NO,
    YES_NO_NOT_APPLICABLE,
    NUMBER,
    TEXT,
    DATE
  }
}
