package cn.doublerandom.draw.drawing.ui;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is typed otherwise than a program writes it: a time of day as people say it, numbers of a
 * lottery in a row. What was made of it is held against the rules of the same body.
 */
@ApplicationScoped
public class Typed {
  /** As {@code datetime-local} sends it, with a space where it is typed by hand. */
  private static final Pattern MOMENT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?");

  private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,5}([ ,，、]+[0-9]{1,5}){0,49}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

  private final Validator validator;

  @Inject
  Typed(Validator validator) {
    this.validator = validator;
  }

  /** A body by the rules of the border, each fault beside its field. */
  <T> T valid(T body) {
    List<Problem.FieldError> faults = new ArrayList<>();
    validator
        .validate(body)
        .forEach(found ->
            faults.add(
                new Problem.FieldError(
                    found.getPropertyPath().toString().replaceAll("\\[[^]]*]|\\.<[^>]*>", ""),
                    null,
                    "invalid",
                    found.getMessage())));
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    return body;
  }

  /** A time of Shanghai; absent where nothing was typed. */
  static @Nullable Instant moment(UnaryOperator<String> typedIn, String field) {
    String typed = typedIn.apply(field).strip();
    if (typed.isEmpty()) {
      return null;
    }
    try {
      if (MOMENT.matcher(typed).matches()) {
        return LocalDateTime.parse(typed.replace(' ', 'T'))
            .atZone(BusinessClock.SHANGHAI)
            .toInstant();
      }
    } catch (DateTimeException none) {
      // told below, as any other text that is no time
    }
    throw fault(field, "expected-date", "应为日期和时刻，例如 2023-03-20 18:00。");
  }

  /** A day; absent where nothing was typed. */
  static @Nullable LocalDate day(UnaryOperator<String> typedIn, String field) {
    String typed = typedIn.apply(field).strip();
    try {
      return typed.isEmpty() ? null : LocalDate.parse(typed);
    } catch (DateTimeException none) {
      throw fault(field, "expected-date", "不是日期，请写成 2023-03-15。");
    }
  }

  /** A number that is none below nought; absent where nothing was typed. */
  static @Nullable Integer number(UnaryOperator<String> typedIn, String field) {
    String typed = typedIn.apply(field).strip();
    if (typed.isEmpty()) {
      return null;
    }
    if (!WHOLE.matcher(typed).matches()) {
      throw fault(field, "expected-integer", "应为整数，不小于 0，最多 9 位。");
    }
    return Integer.valueOf(typed);
  }

  /** Numbers of one group of a lottery, ascending whatever order they were read in. */
  static List<Integer> numbers(UnaryOperator<String> typedIn, String field) {
    String typed = typedIn.apply(field).strip();
    if (!NUMBERS.matcher(typed).matches()) {
      throw fault(field, "expected-number", "应为号码，用空格隔开，例如 3 9 12。");
    }
    return Arrays.stream(typed.split("[ ,，、]+")).map(Integer::valueOf).sorted().toList();
  }

  /** A text; absent where nothing was typed. */
  static @Nullable String text(UnaryOperator<String> typedIn, String field) {
    return Optional.of(typedIn.apply(field).strip()).filter(typed -> !typed.isEmpty()).orElse(null);
  }

  static ProblemException fault(String field, String code, String text) {
    return refused(List.of(new Problem.FieldError(field, null, code, text)));
  }

  private static ProblemException refused(List<Problem.FieldError> faults) {
    return new ProblemException(EdgeRejection.FIELD_INVALID, List.copyOf(faults), Map.of());
  }
}
