package cn.doublerandom.registry.ui;

import cn.doublerandom.registry.item.Checklist;
import cn.doublerandom.registry.item.Checklist.AnswerKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a question is answered, as it is typed into one cell: 是／否, 选择：合格/不合格/未设置, 数字：分贝，~85.
 *
 * @param options absent where nothing is chosen
 * @param measuredIn unit of a number; absent where it has none
 * @param least of a number that keeps to the law; absent where there is no limit
 * @param most likewise
 */
public record TypedAnswer(
    AnswerKind kind,
    @Nullable List<String> options,
    @Nullable String measuredIn,
    @Nullable String least,
    @Nullable String most) {
  private static final Pattern LIMITS =
      Pattern.compile(
          "(-?[0-9]{1,9}(?:\\.[0-9]{1,4})?)?\\s*[~～至]\\s*(-?[0-9]{1,9}(?:\\.[0-9]{1,4})?)?");

  private static final Pattern CELL = Pattern.compile("([^:：]*)(?:[:：](.*))?", Pattern.DOTALL);

  /**
   * Reads a cell; what cannot be read is nothing.
   *
   * @param words the kinds as the reader calls them
   */
  static Optional<TypedAnswer> of(String cell, Function<AnswerKind, String> words) {
    Matcher parts = CELL.matcher(cell);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String more = parts.group(2) == null ? "" : parts.group(2).strip();
    return TypedQuestions.kind(parts.group(1), words).flatMap(kind -> of(kind, more));
  }

  private static Optional<TypedAnswer> of(AnswerKind kind, String more) {
    return switch (kind) {
      case CHOICE ->
          Optional.of(
              new TypedAnswer(
                  kind,
                  Arrays.stream(more.split("[/／、]"))
                      .map(String::strip)
                      .filter(option -> !option.isEmpty())
                      .toList(),
                  null,
                  null,
                  null));
      case NUMBER -> number(more);
      case YES_NO, YES_NO_NOT_APPLICABLE, TEXT, DATE, PHOTO ->
          more.isEmpty()
              ? Optional.of(new TypedAnswer(kind, null, null, null, null))
              : Optional.empty();
    };
  }

  private static Optional<TypedAnswer> number(String more) {
    List<String> parts = Lines.words(more);
    List<String> units = parts.stream().filter(part -> !isLimit(part)).toList();
    List<String> limits = parts.stream().filter(TypedAnswer::isLimit).toList();
    if (units.size() > 1 || limits.size() > 1) {
      return Optional.empty();
    }
    String unit = units.isEmpty() ? null : units.getFirst();
    if (limits.isEmpty()) {
      return Optional.of(new TypedAnswer(AnswerKind.NUMBER, null, unit, null, null));
    }
    Matcher limit = LIMITS.matcher(limits.getFirst());
    return limit.matches()
        ? Optional.of(
            new TypedAnswer(AnswerKind.NUMBER, null, unit, limit.group(1), limit.group(2)))
        : Optional.empty();
  }

  private static boolean isLimit(String part) {
    return part.matches(".*[~～].*|.*[0-9]\\s*至.*|至\\s*-?[0-9].*");
  }

  /** A question's answer as it is typed. */
  static String text(Checklist.Question question, Function<AnswerKind, String> words) {
    String more = more(question);
    return words.apply(question.kind()) + (more.isEmpty() ? "" : "：" + more);
  }

  /** What stands behind the kind: the options, or unit and limits; empty where nothing does. */
  static String more(Checklist.Question question) {
    List<String> options = question.options();
    if (options != null) {
      return String.join("/", options);
    }
    List<String> parts = new ArrayList<>();
    Optional.ofNullable(question.measuredIn()).ifPresent(parts::add);
    if (question.least() != null || question.most() != null) {
      parts.add(
          Stream.of(question.least(), question.most())
              .map(limit -> limit == null ? "" : limit)
              .collect(Collectors.joining("~")));
    }
    return String.join("，", parts);
  }
}
