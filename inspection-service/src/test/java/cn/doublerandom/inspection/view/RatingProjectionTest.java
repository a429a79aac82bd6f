package cn.doublerandom.inspection.view;

import static org.assertj.core.api.Assertions.assertThat;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.projection.ProjectionSpecification;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.rating.Rating;
import cn.doublerandom.inspection.rating.RatingDecider;
import cn.doublerandom.inspection.rating.RatingEvent;
import cn.doublerandom.inspection.rating.RatingEvent.VisitRated;
import cn.doublerandom.inspection.rating.RatingSummary;
import cn.doublerandom.inspection.rating.Tally;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ratings are kept added up, and no row has a single one of several. */
class RatingProjectionTest {
  private static final EventCodec<RatingEvent> CODEC = new EventCodec<>(RatingEvent.class);
  private static final String ID = "2023001-001-2023q2";
  private static final List<String> UNIT = List.of("综合行政执法大队");

  @Test
  void the_ratings_of_a_task_are_added_up_by_quarter_and_unit() {
    assertThat(
            ProjectionSpecification.over(store ->
                    new RatingProjection(
                        new RatingView(), new CommandHandler<>(store, new RatingDecider(), CODEC)))
                .given(
                    CODEC,
                    VisitStreams.RATINGS.of(ID),
                    new VisitRated("1", UNIT, new Rating(true, true, false, 4), null),
                    new VisitRated("2", UNIT, new Rating(false, true, true, 1), null),
                    new VisitRated(
                        "3", List.of("综合行政执法大队", "道路运输股"), new Rating(true, true, true, 5), null))
                .rows("rating_view", RatingSummary.class))
        .isEqualTo(
            Map.of(
                ID,
                new RatingSummary(
                    "2023001",
                    "001",
                    2023,
                    2,
                    Map.of(
                        "综合行政执法大队",
                        new Tally(2, 1, 2, 1, List.of(1, 0, 0, 1, 0)),
                        "综合行政执法大队、道路运输股",
                        new Tally(1, 1, 1, 1, List.of(0, 0, 0, 0, 1))))));
  }
}
