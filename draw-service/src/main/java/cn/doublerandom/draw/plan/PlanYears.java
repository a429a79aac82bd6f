package cn.doublerandom.draw.plan;

import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NAME;
import static cn.doublerandom.draw.plan.PlanColumn.PLAN_NUMBER;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The year of a plan is that of its numbers (R70); where its title or its name says another one,
 * somebody copied last year's table, and nobody knows which of the two he mended.
 *
 * @param titles as printed
 */
record PlanYears(PlanFindings findings, PlanCells cells, List<String> titles) {
  PlanYears {
    titles = List.copyOf(titles);
  }

  private static final Pattern YEAR = Pattern.compile("(?<![0-9])20[0-9]{2}(?![0-9])");

  /** Asks which year is meant, unless a person has said the number. */
  void compare(PlanSheet.Row row, String number) {
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
        "year-differs",
        "计划编号 %s 与%s的年份不同；请填写正确的编号，编号无误的照原样再填一次。".formatted(number, where),
        true,
        number);
  }
}
