package cn.doublerandom.registry.item;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an inspector asks on site for one item (R51).
 *
 * @param questions at least one
 */
public record Checklist(List<Question> questions) {
  public Checklist {
    questions = List.copyOf(questions);
  }

  /** The first question that cannot be answered as it is laid down. */
  Optional<Question> unsound() {
    return questions.stream().filter(question -> !question.isSound()).findFirst();
  }

  /**
   * One question.
   *
   * @param id within the checklist, stable over its versions
   * @param text as it is asked
   * @param kind of answer
   * @param guidance how to find out; may be empty
   * @param clause legal clause behind it; may be empty
   * @param options to choose one of, 2 to 20; absent where nothing is chosen
   * @param measuredIn unit of a number, such as 分贝; absent where it has none
   * @param least a number that keeps to the law has, a decimal; absent where there is no limit
   * @param most likewise
   */
  public record Question(
      String id,
      String text,
      AnswerKind kind,
      String guidance,
      String clause,
      @Nullable List<String> options,
      @Nullable String measuredIn,
      @Nullable String least,
      @Nullable String most) {
    private static final int FEWEST_OPTIONS = 2;

    public Question {
      options = options == null ? null : List.copyOf(options);
    }

    /** One that is answered without options or limits. */
    public Question(String id, String text, AnswerKind kind, String guidance, String clause) {
      this(id, text, kind, guidance, clause, null, null, null, null);
    }

    /** Whether it has what its kind of answer needs, and nothing else. */
    boolean isSound() {
      return switch (kind) {
        case CHOICE ->
            options != null
                && options.size() >= FEWEST_OPTIONS
                && new HashSet<>(options).size() == options.size()
                && isWithoutNumber();
        case NUMBER ->
            options == null
                && (least == null
                    || most == null
                    || new BigDecimal(least).compareTo(new BigDecimal(most)) <= 0);
        case YES_NO, YES_NO_NOT_APPLICABLE, TEXT, DATE, PHOTO ->
            options == null && isWithoutNumber();
      };
    }

    private boolean isWithoutNumber() {
      return measuredIn == null && least == null && most == null;
    }
  }

  /** How a question is answered. None has a default answer. */
  public enum AnswerKind {
    YES_NO,
    YES_NO_NOT_APPLICABLE,
    NUMBER,
    TEXT,
    DATE,
    /** One of some options. */
    CHOICE,
    /** 拍照取证: a photo is taken. */
    PHOTO
  }
}
