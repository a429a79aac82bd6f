package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.PERIOD;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NUMBER;

import cn.doublerandom.draw.reading.PeriodReading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The year of a plan is that of its numbers (R70); where its title or its name says another one,
 * somebody copied last year's table, and nobody knows which of the two he mended.
 *
 * @param titles as printed
 * @param asked year who sent the table said it is of
 */
record PlanYears(PlanFindings findings, PlanCells cells, List<String> titles, OptionalInt asked) {
  PlanYears {
    titles = List.copyOf(titles);
  }

  private static final String YEAR_DIFFERS = "year-differs";
  private static final String OTHER_ASKED = "other-year-asked";

  private static final Pattern YEAR = Pattern.compile("(?<![0-9])20[0-9]{2}(?![0-9])");

  /** A title of another year than was asked for. */
  static void otherTitle(List<String> titles, OptionalInt asked, PlanFindings findings) {
    asked.ifPresent(year ->
        titles.stream()
            .filter(title -> isOther(title, Integer.toString(year)))
            .findFirst()
            .ifPresent(title ->
                findings.fault(
                    0, "", OTHER_ASKED, "导入时写明 %d 年，表的标题是“%s”。".formatted(year, title))));
  }

  /** Asks whether days outside the plan's year are meant, unless a person has said them. */
  void window(PlanSheet.Row row, String number, PeriodReading days) {
    String year = number.substring(0, 4);
    boolean isInside =
        year.equals(Integer.toString(days.from().getYear()))
            && year.equals(Integer.toString(days.to().getYear()));
    boolean isYearOpen =
        findings.questions().stream()
            .anyMatch(q -> q.row() == row.number() && q.code().equals(YEAR_DIFFERS));
    if (!isInside && !isYearOpen && !cells.isConfirmed(row, PERIOD)) {
      findings.ask(
          row,
          PERIOD,
          "period-outside-year",
          "抽取日期 %s 至 %s 不都在计划年度 %s 年之内（计划编号 %s）；请填写正确的日期，无误的照原样再填一次。"
              .formatted(days.from(), days.to(), year, number),
          !cells.isAnswered(row, PERIOD),
          "");
    }
  }

  /** Asks which year is meant, unless a person has said the number. */
  void compare(PlanSheet.Row row, String number) {
    asked.ifPresent(year -> {
      if (!number.startsWith(Integer.toString(year))) {
        findings.fault(
            row.number(),
            PLAN_NUMBER.head(),
            OTHER_ASKED,
            "导入时写明 %d 年，计划编号 %s 是 %s 年的。".formatted(year, number, number.substring(0, 4)));
      }
    });
    if (cells.isAnswered(row, PLAN_NUMBER)) {
      return;
    }
    String year = number.substring(0, 4);
    String name = cells.printed(row, PLAN_NAME);
    titles.stream()
        .filter(title -> isOther(title, year))
        .findFirst()
        .map(title -> "标题“" + title + "”")
        .or(() -> Optional.of("计划名称“" + name + "”").filter(n -> isOther(name, year)))
        .ifPresent(where -> ask(row, number, where));
  }

  private static boolean isOther(String words, String year) {
    Set<String> named =
        YEAR.matcher(words).results().map(match -> match.group()).collect(Collectors.toSet());
    return !named.isEmpty() && !named.contains(year);
  }

  private void ask(PlanSheet.Row row, String number, String where) {
    findings.ask(
        row,
        PLAN_NUMBER,
        YEAR_DIFFERS,
        "计划编号 %s 与%s的年份不同；请填写正确的编号，编号无误的照原样再填一次。".formatted(number, where),
        true,
        number);
  }
}
