package cn.doublerandom.inspection.application;

import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.Handled;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUps;
import cn.doublerandom.inspection.visit.Amendment;
import cn.doublerandom.inspection.visit.AmendmentCommand;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.time.BusinessClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * A result was corrected or withdrawn in public: the visit takes it over, and orders that rested on
 * what does not stand any more are lifted (ADR 108). Nothing of it can be refused here; a result of
 * which there is no visit changes nothing.
 */
@ApplicationScoped
public class AmendedResults {
  private final CommandHandler<VisitCommand, VisitEvent, Visit> visits;
  private final CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps;

  @Inject
  AmendedResults(
      CommandHandler<VisitCommand, VisitEvent, Visit> visits,
      CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> followUps) {
    this.visits = visits;
    this.followUps = followUps;
  }

  /**
   * Takes it over, in the store in which it was heard.
   *
   * @param visitId id of the result
   */
  public Uni<Void> hear(
      String visitId, AmendmentCommand told, CommandContext context, EventStore store) {
    return visits
        .over(store)
        .handle(VisitStreams.VISIT.of(visitId), told, context)
        .flatMap(handled -> lift(visitId, done(visitId, handled), context, store));
  }

  /** As the visit holds now, whichever message came last. */
  private Uni<Void> lift(String visitId, Visit visit, CommandContext context, EventStore store) {
    return Amendment.of(visit)
        .map(since ->
            followUps
                .over(store)
                .handle(
                    VisitStreams.FOLLOW_UPS.of(visitId),
                    new FollowUpCommand.LiftUnfounded(
                        FollowUpWork.followed(visit),
                        since.reason(),
                        BusinessClock.day(context.at())),
                    context)
                .invoke(handled -> done(visitId, handled))
                .replaceWithVoid())
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static <E, S> S done(String visitId, Handled<E, S> handled) {
    if (handled instanceof Handled.Done<E, S> done) {
      return done.state();
    }
    throw new IllegalStateException(visitId + " could not be amended");
  }
}
