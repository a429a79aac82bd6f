package cn.doublerandom.servicekit.rest;

import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.Problem;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.text.CodeText;
import cn.doublerandom.servicekit.text.DayText;
import cn.doublerandom.servicekit.text.NameText;
import cn.doublerandom.servicekit.text.TextGuard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a table refuses by column, refused by the same rule of a member or a parameter. */
public final class FieldRules {
  private FieldRules() {}

  /**
   * Refuses a day on which it cannot have happened yet.
   *
   * @param field member or parameter that says the day
   * @param recorded the day of the recording
   */
  public static void past(String field, LocalDate day, LocalDate recorded) {
    DayText.notYet(day, recorded).ifPresent(text -> refuse(field, DayText.IN_FUTURE, text));
  }

  /**
   * Refuses a year there are no figures of: zeros of a year to come would say that nothing was
   * done.
   *
   * @param first year of which there can be any
   */
  public static void yearSoFar(String field, int year, int first, LocalDate today) {
    if (year < first || year > today.getYear()) {
      refuse(
          field,
          "year-without-figures",
          "应为 %d 年至 %d 年，%d 年没有统计数字。".formatted(first, today.getYear(), year));
    }
  }

  /** Refuses a range that ends before it begins: it would be answered as if nothing were there. */
  public static void inOrder(String from, long first, String to, long last) {
    if (first > last) {
      refuse(to, "before-from", "不能小于 %s（%d），请对调或改正。".formatted(from, first));
    }
  }

  /** Refuses a resident's number where a parameter of an address will be kept. */
  public static void noResident(String field, String text) {
    if (CodeText.isResidentNumber(CodeText.meant(text))) {
      refuse(field, CodeText.RESIDENT_NUMBER, CodeText.RESIDENT_TEXT);
    }
    TextGuard.offence(text)
        .ifPresent(offence -> refuse(field, offence.fault().code(), offence.text()));
  }

  /** Refuses what everybody will read and names a telephone of somebody's own. */
  public static void publicText(String field, String text) {
    noResident(field, text);
    TextGuard.offenceInPublic(text)
        .ifPresent(offence -> refuse(field, offence.fault().code(), offence.text()));
  }

  /** Refuses what is no name of an office, wherever one is named. */
  public static void unit(String field, String text) {
    noResident(field, text);
    if (CodeText.holdsSeparator(CodeText.meant(text))) {
      refuse(field, CodeText.SEPARATOR, CodeText.SEPARATOR_TEXT);
    }
    if (!NameText.isOffice(text)) {
      refuse(field, NameText.NO_WORDS, NameText.NO_OFFICE_TEXT);
    }
  }

  /** Refuses a name or a basis of signs alone. */
  public static void words(String field, String text) {
    if (!NameText.hasWords(text)) {
      refuse(field, NameText.NO_WORDS, NameText.NO_WORDS_TEXT);
    }
  }

  /**
   * Refuses what a rule says is wrong.
   *
   * @param fault in words; empty where nothing is wrong
   */
  public static void sound(String field, String code, Optional<String> fault) {
    fault.ifPresent(text -> refuse(field, code, text));
  }

  private static void refuse(String field, String code, String text) {
    throw new ProblemException(
        EdgeRejection.FIELD_INVALID,
        List.of(new Problem.FieldError(field, null, code, text)),
        Map.of());
  }
}
