package cn.doublerandom.inspection.rating;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The ratings, added up by task and quarter. */
public interface RatingDirectory {
  /** Of a year, by id after one; see {@link RatingSummary#id}. */
  CompletionStage<List<RatingSummary>> of(int year, String after, int limit);
}
