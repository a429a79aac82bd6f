package cn.doublerandom.servicekit.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with a file, or to be said of it, by its code for readers of English, with the
 * particulars the Chinese text beside the code names.
 */
public final class EnglishFaults {
  private static final Map<String, String> BY_CODE =
      Map.ofEntries(
          Map.entry(
              "batch-approved-in-parts",
              "More rows wait than one approval takes: approve the batch several times."),
          Map.entry("before-founding", "This day is before the day of founding."),
          Map.entry("cell-error", "The spreadsheet could not reckon this cell."),
          Map.entry("certificate-taken", "Another inspector has this certificate number."),
          Map.entry("characters-lost", "Characters were lost when the text was converted."),
          Map.entry("column-left-out", "This table has no such column; it was not read."),
          Map.entry("column-missing", "Columns are missing."),
          Map.entry("column-twice", "A column stands there twice: delete one."),
          Map.entry(
              "column-unclear",
              "It is not clear which column is meant: delete one, or use the head of the template."),
          Map.entry("control-character", "It holds a control character nobody sees."),
          Map.entry(
              "credit-code-nonconforming",
              "Taken for the reason given, and marked: its check digit is not the standard's."),
          Map.entry(
              "damaged-text", "The file holds bytes that are no text in UTF-8, UTF-16 or GBK."),
          Map.entry("day-in-future", "This day is still to come."),
          Map.entry(
              "day-not-shown",
              "The cell shows a part of the day; the whole one that is stored was read."),
          Map.entry(
              "digits-lost",
              "The spreadsheet lost digits of this number: make the cell a text and fill it in anew."),
          Map.entry(
              "digits-not-shown", "The cell shows fewer digits than it holds; all were read."),
          Map.entry("duplicate", "The same stands in an earlier row."),
          Map.entry("empty", "The file is empty."),
          Map.entry("extra-cells", "The row has more cells than the head; it may be shifted."),
          Map.entry("head-below", "The head stands in this row; what is above it was not read."),
          Map.entry("hidden", "Hidden rows or columns were read too."),
          Map.entry("hidden-character", "It held a character nobody sees."),
          Map.entry("impossible-day", "There is no such day; write it as 2023-03-15."),
          Map.entry(
              "label-missing",
              "It has no label: it is taken, stands among what is put in order before a draw, and is in no scope by label."),
          Map.entry("lone-surrogate", "It holds a broken character."),
          Map.entry("look-alike", "Other entries have the same name: is it one of them?"),
          Map.entry("macros", "Workbooks with macros are not taken: save it as xlsx."),
          Map.entry("marks-piled", "It holds too many signs upon one character."),
          Map.entry("missing", "This must not be empty."),
          Map.entry("missing-cells", "The row has fewer cells than the head."),
          Map.entry("no-rows", "There is a head and no row below it."),
          Map.entry("noncharacter", "It holds what is no character."),
          Map.entry(
              "not-a-code",
              "The cell is a day and no code: make the cell a text and fill it in anew."),
          Map.entry("not-a-date", "This is no day; write it as 2023-03-15."),
          Map.entry("not-a-licence", "Write a licence as name/number/last day."),
          Map.entry("not-a-number", "This must be a whole number within its limits."),
          Map.entry("not-a-region", "This is no code of a region (GB/T 2260, six digits)."),
          Map.entry("not-a-table", "This file is no table: neither xlsx nor text."),
          Map.entry("not-an-employment", "Write a former employer as code/day of leaving."),
          Map.entry("not-csv", "This is no CSV here."),
          Map.entry("not-docx", "The document cannot be opened: it is no whole docx."),
          Map.entry(
              "not-xlsx",
              "This is no xlsx workbook that can be read: save it as xlsx without a password."),
          Map.entry("nul", "It holds a NUL character."),
          Map.entry("number-out-of-bounds", "This number lies outside its limits."),
          Map.entry(
              "number-not-ascii",
              "The number holds characters that look like Latin letters and are none."),
          Map.entry("number-out-of-range", "A number is beyond what spreadsheets hold."),
          Map.entry(
              "number-taken", "It differs from the number of another inspector by capitals alone."),
          Map.entry(
              "open-quote",
              "A quotation mark is opened here and closed rows below: check the quotation marks."),
          Map.entry("other-head", "Another head was read as this column."),
          Map.entry("resident-number", "The number of a resident may not stand here."),
          Map.entry(
              "mobile-number",
              "Everybody will read this; the number of a mobile telephone may not stand here."),
          Map.entry("sheet-hidden", "A hidden sheet was not read."),
          Map.entry("sheet-left-out", "A sheet without the heads was not read."),
          Map.entry(
              "skill-level",
              "The level of a skill is 1, 2 or 3, as in 道路货运:3; without levels write the skill alone."),
          Map.entry(
              "skill-missing",
              "He has no skill: he is taken, stands among what is put in order before a draw, and is drawn for no skill."),
          Map.entry(
              "status-day-unclear",
              "The status and the day beside it do not go together: correct one of them."),
          Map.entry(
              "still-waits-for-second-person",
              "Something that was asked before still waits for a second person."),
          Map.entry("subject-unknown", "The register has no such subject."),
          Map.entry("telephone-number", "This is a telephone number and no name of a unit."),
          Map.entry("too-deep", "Elements of the file are nested as no office program does."),
          Map.entry("too-large", "The file is too large: part it."),
          Map.entry("too-long", "This text is too long."),
          Map.entry(
              "too-many-attributes",
              "An element of the file has more attributes than office programs write."),
          Map.entry("too-many-columns", "The table has too many columns."),
          Map.entry("too-many-merged", "Too many cells are merged: undo that."),
          Map.entry(
              "too-many-names", "The file has more names of elements than office programs write."),
          Map.entry(
              "too-many-relations",
              "A part of the file has more relations than office programs write."),
          Map.entry("too-many-rows", "The table has too many rows: part it."),
          Map.entry("too-many-sheets", "The workbook has too many sheets."),
          Map.entry(
              "too-many-texts", "The workbook has more than a million texts: save it as CSV."),
          Map.entry("too-slow", "The file took too long to be read: part it."),
          Map.entry("unknown-word", "Choose one of the words of the template."),
          Map.entry("waits-for-second-person", "It holds once another person agrees."),
          Map.entry("xml-encoding", "XML within the file is not UTF-8."),
          Map.entry("xml-entities", "XML within the file has declarations that are not allowed."),
          Map.entry("xml-too-long", "The file holds something longer than office programs write."),
          Map.entry("zip-bomb", "Unpacked, the file would be enormous; it is refused."));

  /**
   * What the Chinese names.
   *
   * @param chinese finds it
   * @param english says it, {@code $1} being what was found
   */
  private record Particular(Pattern chinese, String english) {
    Optional<String> of(String text) {
      Matcher found = chinese.matcher(text);
      return found.find() ? Optional.of(english.replace("$1", found.group(1))) : Optional.empty();
    }
  }

  private static final Particular CHARACTER =
      new Particular(
          Pattern.compile("第 ?([0-9]+) ?位"),
          "Character $1 does not fit a credit code (GB 32100-2015): compare it with the licence.");

  /** What a code that is none should perhaps be. */
  private static final List<Particular> HINTS =
      List.of(
          new Particular(Pattern.compile("是否应为 ([0-9A-Z]+)？"), " Should it be $1?"),
          new Particular(Pattern.compile("是不是数字 ([0-9])？"), " Is it the figure $1?"),
          new Particular(Pattern.compile("是不是字母 ([A-Z])？"), " Is it the letter $1?"),
          new Particular(
              Pattern.compile("2016 年前核发的，请在“([^”]+)”列写明原因"),
              " If it was issued before 2016, say so in the column $1."));

  private static final Map<String, Particular> PARTICULARS =
      Map.of(
          "not-a-code",
          new Particular(Pattern.compile("应为 ([0-9]+) 位"), "This must be a code of $1 digits."),
          "unknown-word",
          new Particular(Pattern.compile("应为：(.+)。"), "Choose one of these words: $1."),
          "not-a-region",
          new Particular(
              Pattern.compile("前两位 ([0-9]+) "),
              "No province has a code that begins with $1 (GB/T 2260)."),
          "label-missing",
          new Particular(
              Pattern.compile("共 ([0-9]+) 行"),
              "$1 rows have no label: they are taken, stand among what is put in order before a draw, and are in no scope by label."),
          "skill-missing",
          new Particular(
              Pattern.compile("共 ([0-9]+) 行"),
              "$1 have no skill: they are taken, stand among what is put in order before a draw, and are drawn for no skill."),
          "duplicate",
          new Particular(Pattern.compile("第 ([0-9]+) 行"), "The same stands in row $1."),
          "too-long",
          new Particular(
              Pattern.compile("最多 ([0-9]+) 个字"), "This text is too long: $1 characters at most."));

  private EnglishFaults() {}

  /**
   * The same by its code; empty of codes that are those of refusals.
   *
   * @param chinese what is said in Chinese
   */
  public static Optional<String> of(String code, String chinese) {
    if (code.startsWith("credit-code-") && !BY_CODE.containsKey(code)) {
      return CHARACTER.of(chinese).or(() -> byCode(code)).map(said -> said + hints(chinese));
    }
    return Optional.ofNullable(PARTICULARS.get(code))
        .flatMap(particular -> particular.of(chinese))
        .or(() -> byCode(code));
  }

  private static String hints(String chinese) {
    return HINTS.stream().flatMap(hint -> hint.of(chinese).stream()).collect(Collectors.joining());
  }

  private static Optional<String> byCode(String code) {
    return code.startsWith("credit-code-")
        ? Optional.of(
            BY_CODE.getOrDefault(
                code, "This is no credit code (GB 32100-2015): compare it with the licence."))
        : Optional.ofNullable(BY_CODE.get(code));
  }
}
