package cn.doublerandom.inspection.assessment;

import cn.doublerandom.bureau.rules.ScoreTerms;
import java.util.List;
import java.util.Map;

/**
 * The year of a unit, scored.
 *
 * @param visits of the unit that ended in the year
 * @param base points before anything is taken away
 * @param points what is left, never below 0
 * @param lines one for each kind of fact the pack speaks of, also those that cost nothing
 * @param basis document that sets the points
 */
public record UnitScore(
    int year, String unit, int visits, int base, int points, List<Line> lines, String basis) {
  public UnitScore {
    lines = List.copyOf(lines);
  }

  /**
   * What one kind of fact costs.
   *
   * @param each points for each row
   * @param most points for all of them
   * @param deducted points taken away
   * @param rows that show it, ascending: visits, tickets, or task and quarter
   */
  public record Line(Fact fact, int each, int most, int deducted, List<String> rows) {
    public Line {
      rows = List.copyOf(rows);
    }
  }

  /**
   * By the points of a pack.
   *
   * @param rows by kind of fact
   */
  public static UnitScore of(
      ScoreTerms terms,
      String basis,
      int year,
      String unit,
      int visits,
      Map<Fact, List<String>> rows) {
    List<Line> lines =
        terms.deductions().stream()
            .map(one -> {
              Fact fact = Fact.valueOf(one.fact());
              List<String> found = rows.getOrDefault(fact, List.of()).stream().sorted().toList();
              return new Line(fact, one.each(), one.most(), one.of(found.size()), found);
            })
            .toList();
    int deducted = lines.stream().mapToInt(Line::deducted).sum();
    return new UnitScore(
        year, unit, visits, terms.base(), Math.max(0, terms.base() - deducted), lines, basis);
  }
}
