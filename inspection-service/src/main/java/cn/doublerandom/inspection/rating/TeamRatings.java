package cn.doublerandom.inspection.rating;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What is shown of the ratings of a unit's visits of a task in a quarter.
 *
 * @param units of the teams; several where a team is of several
 * @param mean of what was given overall, two decimals
 */
public record TeamRatings(
    String planId, String taskId, int year, int quarter, String units, String mean, Tally tally) {
  /** With fewer, who said what could be guessed. */
  public static final int FEWEST = 5;

  /**
   * Of the quarters in which nobody can rate any more those with {@value #FEWEST} ratings at least,
   * by unit, task and quarter; no sum over them, from which one could be taken away.
   *
   * @param ratingDays the most days any visit of a quarter is rated in
   */
  public static List<TeamRatings> shown(
      List<RatingSummary> all, LocalDate today, ToIntFunction<Quarter> ratingDays) {
    return all.stream()
        .filter(
            of -> !today.isBefore(of.ofQuarter().shownFrom(ratingDays.applyAsInt(of.ofQuarter()))))
        .flatMap(of ->
            of.teams().entrySet().stream()
                .filter(team -> team.getValue().count() >= FEWEST)
                .map(team -> of(of, team.getKey(), team.getValue())))
        .sorted(
            Comparator.comparing(TeamRatings::units)
                .thenComparing(TeamRatings::planId)
                .thenComparing(TeamRatings::taskId)
                .thenComparingInt(TeamRatings::quarter))
        .toList();
  }

  /** Whether a unit is one of those of the teams. */
  public boolean isOf(String unit) {
    return List.of(units.split(Ratings.BETWEEN, -1)).contains(unit);
  }

  private static TeamRatings of(RatingSummary of, String units, Tally tally) {
    return new TeamRatings(
        of.planId(), of.taskId(), of.year(), of.quarter(), units, tally.mean(), tally);
  }
}
