package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.rating.RatingDirectory;
import cn.doublerandom.inspection.rating.RatingSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class RatingView implements RatingDirectory {
  private static final String OF_YEAR =
      """
      SELECT bureau, id, body, year FROM rating_view
      WHERE bureau = :bureau AND year = :year AND id > :after ORDER BY id
      """;

  final Documents<RatingRow, RatingSummary> rows =
      new Documents<>(RatingRow.class, "rating_view", RatingSummary.class);

  @Override
  public CompletionStage<List<RatingSummary>> of(int year, String after, int limit) {
    return rows.select(OF_YEAR, Map.of("year", Integer.toString(year), "after", after), limit);
  }
}
