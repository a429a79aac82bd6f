package cn.doublerandom.bureau.rules;

import java.util.List;
import java.util.Map;

/**
 * How the year of a unit is scored (年度考核): from a base, so many points less for each row of
 * evidence.
 *
 * @param base points of a unit of which nothing is known
 * @param hearingDays calendar days in which the unit is heard
 * @param ratedBelow a mean of ratings below it counts, in hundredths
 * @param deductions one for each kind of fact
 */
public record ScoreTerms(int base, int hearingDays, int ratedBelow, List<Deduction> deductions) {
  public ScoreTerms {
    deductions = List.copyOf(deductions);
  }

  /**
   * What one kind of fact costs.
   *
   * @param fact LATE_RESULT, RETURNED_RESULT, TICKET_UPHELD, REVISIT_DISAGREED or RATED_LOW
   * @param each points for each row
   * @param most points for all of them
   */
  public record Deduction(String fact, int each, int most) {
    /** Points for so many rows. */
    public int of(int rows) {
      return (int) Math.min(most, (long) each * rows);
    }
  }

  /** The score with so many rows of each kind of fact, never below 0. */
  public int of(Map<String, Integer> rows) {
    int less = deductions.stream().mapToInt(one -> one.of(rows.getOrDefault(one.fact(), 0))).sum();
    return Math.max(0, base - less);
  }
}
