package cn.doublerandom.inspection.rating;

import static cn.doublerandom.eventstore.decider.Decision.accept;
import static cn.doublerandom.eventstore.decider.Decision.reject;
import static cn.doublerandom.inspection.RatingRejection.RATING_GIVEN;
import static cn.doublerandom.inspection.RatingRejection.RATING_OVER;

import cn.doublerandom.eventstore.decider.Decider;
import cn.doublerandom.eventstore.decider.Decision;
import cn.doublerandom.inspection.rating.RatingCommand.RateVisit;
import cn.doublerandom.inspection.rating.RatingEvent.VisitRated;
import java.time.LocalDate;

/** A code rates once, within {@value #DAYS} days after the end of its visit. */
public final class RatingDecider implements Decider<RatingCommand, RatingEvent, Ratings> {
  /** Calendar days after the end of a visit in which it is rated; no pack speaks of it yet. */
  public static final int DAYS = 30;

  @Override
  public Ratings initial() {
    return Ratings.NONE;
  }

  /** The last day on which a visit is rated that ended on that day. */
  public static LocalDate lastDay(LocalDate endedOn) {
    return endedOn.plusDays(DAYS);
  }

  @Override
  public Decision<RatingEvent> decide(RatingCommand command, Ratings ratings) {
    return switch (command) {
      case RateVisit rate when ratings.rated().contains(rate.token()) -> reject(RATING_GIVEN);
      case RateVisit rate when rate.today().isAfter(lastDay(rate.endedOn())) -> reject(RATING_OVER);
      case RateVisit rate -> accept(new VisitRated(rate.token(), rate.units(), rate.rating()));
    };
  }

  @Override
  public Ratings evolve(Ratings ratings, RatingEvent event) {
    return switch (event) {
      case VisitRated(var token, var units, var rating) -> ratings.with(token, units, rating);
    };
  }
}
