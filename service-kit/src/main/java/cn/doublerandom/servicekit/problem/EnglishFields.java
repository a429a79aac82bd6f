package cn.doublerandom.servicekit.problem;

import java.util.List;
import java.util.Map;

/**
 * What is wrong with a field, for a program whose people read English: the border says it in
 * Chinese, and this is the same by its code. What a rule says of a table or of a document is told
 * as it is.
 */
final class EnglishFields {
  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry("unknown-parameter", "This address takes no parameter of this name."),
          Map.entry("given-twice", "This parameter may be given once."),
          Map.entry("expected-boolean", "This must be true or false."),
          Map.entry("expected-integer", "This must be a whole number."),
          Map.entry("expected-date", "This must be a day, such as 2023-03-15."),
          Map.entry("expected-word", "This must be one of the words the contract lists."),
          Map.entry("impossible-day", "A day must be between the years 1900 and 2199."),
          Map.entry("year-without-figures", "There are no figures of this year."),
          Map.entry("before-from", "The range ends before it begins; exchange or correct the two."),
          Map.entry("nul", "This holds the character U+0000."),
          Map.entry("control-character", "This holds a control character nobody can see."),
          Map.entry("lone-surrogate", "This holds half of a character (a lone surrogate)."),
          Map.entry(
              "characters-lost", "This holds U+FFFD, where a conversion has lost a character."),
          Map.entry("marks-piled", "This holds more marks on one character than any script has."),
          Map.entry("noncharacter", "This holds a code point that is no character."),
          Map.entry("hidden-character", "This holds a character nobody can see."),
          Map.entry(
              "not-composed",
              "This holds a letter with its mark apart; write one character (NFC)."));

  private EnglishFields() {}

  static List<Problem.FieldError> of(List<Problem.FieldError> told) {
    return told.stream().map(EnglishFields::of).toList();
  }

  private static Problem.FieldError of(Problem.FieldError told) {
    String english = told.row() == null ? BY_CODE.get(told.code()) : null;
    return english == null
        ? told
        : new Problem.FieldError(told.field(), null, told.code(), english);
  }
}
