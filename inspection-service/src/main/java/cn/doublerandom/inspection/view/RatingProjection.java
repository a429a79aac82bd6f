package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.rating.RatingCommand;
import cn.doublerandom.inspection.rating.RatingEvent;
import cn.doublerandom.inspection.rating.RatingSummary;
import cn.doublerandom.inspection.rating.Ratings;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Adds up the ratings of each task and quarter. */
@ApplicationScoped
class RatingProjection implements Projection {
  private final RatingView ratings;
  private final CommandHandler<RatingCommand, RatingEvent, Ratings> handler;

  @Inject
  RatingProjection(
      RatingView ratings, CommandHandler<RatingCommand, RatingEvent, Ratings> handler) {
    this.ratings = ratings;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "ratings";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(ratings.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.RATINGS))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String id = VisitStreams.RATINGS.id(stream);
              ratings.rows.put(views, id, RatingSummary.of(id, known));
            }))
        .replaceWithVoid();
  }
}
