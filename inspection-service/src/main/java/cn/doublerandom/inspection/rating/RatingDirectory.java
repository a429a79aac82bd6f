package cn.doublerandom.inspection.rating;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The ratings, added up by task and quarter. */
public interface RatingDirectory {
  /**
   * Of a year.
   *
   * @param most more are refused: nothing is left out
   */
  CompletionStage<List<RatingSummary>> of(int year, int most);
}
