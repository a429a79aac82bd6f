package cn.doublerandom.inspection.rating;

import java.time.LocalDate;
import java.util.List;

/** What may be asked of the ratings of a task in a quarter. */
public sealed interface RatingCommand {
  /**
   * @param token of the code, see {@link RatingTokens}
   * @param units of the team, ascending
   * @param endedOn business day of the end of the visit
   * @param today business day
   */
  record RateVisit(
      String token, List<String> units, Rating rating, LocalDate endedOn, LocalDate today)
      implements RatingCommand {
    public RateVisit {
      units = List.copyOf(units);
    }
  }
}
