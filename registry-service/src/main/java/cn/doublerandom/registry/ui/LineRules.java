package cn.doublerandom.registry.ui;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was typed line by line is held to the rules of the body a program sends. */
@ApplicationScoped
public class LineRules {
  private static final Pattern MEMBER = Pattern.compile("\\w+\\[(\\d+)](?:\\.(\\w+))?.*");
  private static final int MOST_TOLD = 20;

  private final Validator validator;

  @Inject
  LineRules(Validator validator) {
    this.validator = validator;
  }

  /** How a fault of a line is told. */
  interface Told {
    String at(int line, String column, String text);
  }

  /** Refuses lines that have more cells than there are columns. */
  static void narrow(String field, List<Lines.Row> rows, int columns, Told told, String text) {
    refuse(
        field,
        rows.stream()
            .filter(row -> row.cells().size() > columns)
            .map(row -> told.at(row.number(), "", text))
            .toList());
  }

  /** Refuses all of these, if any. */
  static void refuse(String field, List<String> texts) {
    if (!texts.isEmpty()) {
      throw new ProblemException(
          EdgeRejection.FIELD_INVALID,
          texts.stream()
              .limit(MOST_TOLD)
              .map(text -> new Problem.FieldError(field, null, "invalid", text))
              .toList(),
          Map.of());
    }
  }

  /**
   * @param body as a program would have sent it
   * @param field the field of the lines
   * @param column name of a column, by the member it is read into
   */
  <T> T held(T body, String field, List<Lines.Row> rows, UnaryOperator<String> column, Told told) {
    List<String> faults = new ArrayList<>();
    validator.validate(body).stream()
        .sorted(Comparator.comparing(fault -> fault.getPropertyPath().toString()))
        .forEach(fault -> faults.add(text(fault, rows, column, told)));
    refuse(field, faults);
    return body;
  }

  /** The same of a body whose fields are those of the form. */
  <T> T held(T body) {
    List<Problem.FieldError> faults =
        validator.validate(body).stream()
            .map(fault ->
                new Problem.FieldError(
                    fault.getPropertyPath().toString().replaceAll("\\[.*", ""),
                    null,
                    "invalid",
                    fault.getMessage()))
            .distinct()
            .toList();
    if (!faults.isEmpty()) {
      throw new ProblemException(EdgeRejection.FIELD_INVALID, faults, Map.of());
    }
    return body;
  }

  private static String text(
      ConstraintViolation<?> fault, List<Lines.Row> rows, UnaryOperator<String> column, Told told) {
    Matcher member = MEMBER.matcher(fault.getPropertyPath().toString());
    if (!member.matches()) {
      return fault.getMessage();
    }
    String name = member.group(2);
    return told.at(
        rows.get(Integer.parseInt(member.group(1))).number(),
        name == null ? "" : column.apply(name),
        fault.getMessage());
  }
}
