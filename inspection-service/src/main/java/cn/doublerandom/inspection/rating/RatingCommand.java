package cn.doublerandom.inspection.rating;

import java.time.LocalDate;
import java.util.List;

/** What may be asked of the ratings of a task in a quarter. */
public sealed interface RatingCommand {
  /**
   * @param token of the code, see {@link RatingTokens}
   * @param units of the team, ascending
   * @param lastDay on which the visit may be rated
   * @param today business day
   * @param rules packs that say so
   */
  record RateVisit(
      String token,
      List<String> units,
      Rating rating,
      LocalDate lastDay,
      LocalDate today,
      String rules)
      implements RatingCommand {
    public RateVisit {
      units = List.copyOf(units);
    }
  }
}
