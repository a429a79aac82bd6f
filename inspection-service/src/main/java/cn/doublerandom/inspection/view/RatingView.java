package cn.doublerandom.inspection.view;

import cn.doublerandom.inspection.rating.RatingDirectory;
import cn.doublerandom.inspection.rating.RatingSummary;
import cn.doublerandom.servicekit.view.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletionStage;

@ApplicationScoped
class RatingView implements RatingDirectory {
  final Documents<RatingRow, RatingSummary> rows =
      new Documents<>(RatingRow.class, "rating_view", RatingSummary.class);

  @Override
  public CompletionStage<List<RatingSummary>> of(int year, int most) {
    return rows.allWhere("year = ?1", Integer.toString(year), most);
  }
}
