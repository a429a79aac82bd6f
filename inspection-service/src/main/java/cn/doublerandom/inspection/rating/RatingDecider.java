package cn.doublerandom.inspection.rating;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.RatingRejection.RATING_GIVEN;
import static cn.doublerandom.inspection.RatingRejection.RATING_OVER;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.rating.RatingCommand.RateVisit;
import cn.doublerandom.inspection.rating.RatingEvent.VisitRated;

/** A code rates once, as long after the end of its visit as the packs of that day say. */
public final class RatingDecider implements Decider<RatingCommand, RatingEvent, Ratings> {
  @Override
  public Ratings initial() {
    return Ratings.NONE;
  }

  @Override
  public Decision<RatingEvent> decide(RatingCommand command, Ratings ratings) {
    return switch (command) {
      case RateVisit rate when ratings.rated().contains(rate.token()) -> reject(RATING_GIVEN);
      case RateVisit rate when rate.today().isAfter(rate.lastDay()) -> reject(RATING_OVER);
      case RateVisit rate ->
          accept(new VisitRated(rate.token(), rate.units(), rate.rating(), rate.rules()));
    };
  }

  @Override
  public Ratings evolve(Ratings ratings, RatingEvent event) {
    return switch (event) {
      case VisitRated rated -> ratings.with(rated.token(), rated.units(), rated.rating());
    };
  }
}
