package cn.doublerandom.draw.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is still to be looked at in a table after one of its rows was written anew: what was said of
 * a cell that says something else now is said no more.
 */
final class EditedWarnings {
  private static final Pattern OF_CELL =
      Pattern.compile("第 ([0-9]+) 行“([^”]+)”：(.*)", Pattern.DOTALL);

  private EditedWarnings() {}

  /** What is said of a cell. */
  private record Said(String code, int row, String head, String text) {
    static Optional<Said> of(PlanWarning warning) {
      Matcher said = OF_CELL.matcher(warning.text());
      return said.matches()
          ? Optional.of(
              new Said(
                  warning.code(), Integer.parseInt(said.group(1)), said.group(2), said.group(3)))
          : Optional.empty();
    }

    /** Whether it says the same, of whichever row. */
    boolean says(Said other) {
      return code.equals(other.code) && head.equals(other.head) && text.equals(other.text);
    }

    PlanWarning in(int other) {
      return new PlanWarning(code, "第 %d 行“%s”：%s".formatted(other, head, text));
    }
  }

  /**
   * @param all of the table
   * @param was what is said of the row alone as it stood
   * @param is what is said of it as it stands now
   * @param changed its cells that were written anew
   * @param row where it stands in the table, from 1; 0 where nobody knows
   */
  static List<PlanWarning> of(
      List<PlanWarning> all,
      List<PlanWarning> was,
      List<PlanWarning> is,
      Set<PlanColumn> changed,
      int row) {
    List<PlanWarning> left = new ArrayList<>(all);
    int number = row;
    for (Said old : ofCells(was, changed)) {
      Optional<PlanWarning> stale = stale(left, old, row);
      if (stale.isPresent()) {
        left.remove(stale.get());
        number = Said.of(stale.get()).map(Said::row).orElse(number);
      }
    }
    int of = number;
    if (of > 0) {
      ofCells(is, changed).forEach(said -> left.add(said.in(of)));
    }
    return List.copyOf(left);
  }

  private static List<Said> ofCells(List<PlanWarning> warnings, Set<PlanColumn> changed) {
    return warnings.stream()
        .flatMap(warning -> Said.of(warning).stream())
        .filter(said -> changed.stream().anyMatch(column -> column.head().equals(said.head())))
        .toList();
  }

  /** Of this row; rows without anything may not be counted, so also the only one that says it. */
  private static Optional<PlanWarning> stale(List<PlanWarning> left, Said old, int row) {
    List<PlanWarning> same =
        left.stream()
            .filter(warning -> Said.of(warning).filter(said -> said.says(old)).isPresent())
            .toList();
    return same.stream()
        .filter(warning -> Said.of(warning).filter(said -> said.row() == row).isPresent())
        .findFirst()
        .or(() -> same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty());
  }
}
