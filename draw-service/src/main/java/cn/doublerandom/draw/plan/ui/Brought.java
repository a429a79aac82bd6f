package cn.doublerandom.draw.plan.ui;

import cn.doublerandom.draw.plan.PlanPicture;
import cn.doublerandom.draw.plan.PlanTable;
import cn.doublerandom.pagekit.FilledForm;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.TextGuard;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table on its way through the pages that take it. It goes with the form from page to page, byte
 * by byte, so that nothing is kept before it is taken and nothing is lost where it is refused.
 *
 * @param text the file as it stands in a form
 * @param year of the plan, where somebody said one
 */
record Brought(String text, @Nullable Integer year, List<PlanTable.Decision> decisions) {
  /** With what a form adds it stays below what a body may have (BodyLimits). */
  static final int MOST_BYTES = 6_000_000;

  static final String FILE = "file";
  static final String YEAR = "year";

  /** What was typed, and what was chosen, of a place of the table. */
  static final String TYPED = "a.";

  static final String CHOSEN = "c.";

  /** Which places the form asked about. */
  static final String PLACES = "place";

  private static final int LONGEST_ANSWER = 1_000;
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,5})\\.([A-Z_]{1,40})");
  private static final Pattern YEARS = Pattern.compile("20[0-9]{2}|2100");

  /** One that has come just now. */
  static Brought of(byte[] file) {
    return new Brought(
        Base64.getUrlEncoder().withoutPadding().encodeToString(file), null, List.of());
  }

  /** The file as it came. */
  byte[] file() {
    return Base64.getUrlDecoder().decode(text);
  }

  /**
   * What a form says.
   *
   * @param value of a field, empty where it has none
   * @param places the form asked about
   * @throws ProblemException where the file is no longer whole, or an answer is no text
   */
  static Brought of(UnaryOperator<String> value, List<String> places) {
    List<PlanTable.Decision> answers = new ArrayList<>();
    places.forEach(place -> answer(value, place).ifPresent(answers::add));
    return new Brought(whole(value.apply(FILE)), year(value.apply(YEAR)), List.copyOf(answers));
  }

  /** The same without what cannot be taken, for showing it again. */
  static Brought ofRefused(FilledForm form) {
    List<PlanTable.Decision> answers = new ArrayList<>();
    for (String place : form.values().getOrDefault(PLACES, List.of())) {
      if (form.fault(place).isEmpty()) {
        answer(form::value, place).ifPresent(answers::add);
      }
    }
    return new Brought(
        whole(form.value(FILE)),
        form.fault(YEAR).isEmpty() ? year(form.value(YEAR)) : null,
        List.copyOf(answers));
  }

  /** A form filled with it. */
  FilledForm over(FilledForm blank) {
    Map<String, List<String>> values = new LinkedHashMap<>(blank.values());
    values.put(FILE, List.of(text()));
    if (year != null) {
      values.put(YEAR, List.of(Integer.toString(year)));
    }
    for (PlanTable.Decision answer : decisions) {
      values.put(
          TYPED + answer.row() + "." + PlanPicture.nameOf(answer.column()), List.of(answer.text()));
    }
    return new FilledForm(
        blank.key(), blank.version(), values, blank.faults(), blank.theirs(), blank.conflict());
  }

  /** What it is, for telling a request from another. */
  String mark() {
    return text() + "|" + year + "|" + decisions;
  }

  private static String whole(String text) {
    try {
      if (Base64.getUrlDecoder().decode(text).length > 0) {
        return text;
      }
    } catch (IllegalArgumentException broken) {
      // Told below, as of a file that did not come.
    }
    throw new ProblemException(
        EdgeRejection.FILE_REFUSED,
        List.of(new Problem.FieldError(FILE, null, "form-without-file", "文件不完整，请重新选择。")),
        Map.of());
  }

  private static @Nullable Integer year(String text) {
    if (text.isBlank()) {
      return null;
    }
    if (!YEARS.matcher(text.strip()).matches()) {
      throw new ProblemException(
          EdgeRejection.FIELD_INVALID,
          List.of(new Problem.FieldError(YEAR, null, "expected-integer", "应为四位年份，例如 2023。")),
          Map.of());
    }
    return Integer.valueOf(text.strip());
  }

  /** What is typed goes before what is chosen. */
  private static Optional<PlanTable.Decision> answer(UnaryOperator<String> value, String place) {
    Matcher parts = PLACE.matcher(place);
    String typed = value.apply(TYPED + place).strip();
    String text = typed.isEmpty() ? value.apply(CHOSEN + place).strip() : typed;
    if (text.isEmpty() || !parts.matches()) {
      return Optional.empty();
    }
    if (text.length() > LONGEST_ANSWER || TextGuard.offence(text).isPresent()) {
      throw new ProblemException(
          EdgeRejection.FIELD_INVALID,
          List.of(new Problem.FieldError(place, null, "expected-text", "答复最多 1000 个字，不能有看不见的符号。")),
          Map.of());
    }
    return PlanPicture.headOf(parts.group(2))
        .map(head -> new PlanTable.Decision(Integer.parseInt(parts.group(1)), head, text));
  }

  /** What was typed of a place, to be shown again. */
  static String typed(FilledForm form, PlanPicture.Place place) {
    return form.value(TYPED + place.name());
  }
}
