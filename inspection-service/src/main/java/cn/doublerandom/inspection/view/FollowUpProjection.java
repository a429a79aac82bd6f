package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.followup.FollowUpCommand;
import cn.doublerandom.inspection.followup.FollowUpEvent;
import cn.doublerandom.inspection.followup.FollowUpSummary;
import cn.doublerandom.inspection.followup.FollowUps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows what follows the findings of every visit right after the latest step. */
@ApplicationScoped
class FollowUpProjection implements Projection {
  private final FollowUpView followUps;
  private final CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> handler;

  @Inject
  FollowUpProjection(
      FollowUpView followUps, CommandHandler<FollowUpCommand, FollowUpEvent, FollowUps> handler) {
    this.followUps = followUps;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "follow_ups";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of(followUps.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.FOLLOW_UPS))
        .invoke(states ->
            states.forEach((stream, known) ->
                followUps.rows.put(
                    views, VisitStreams.FOLLOW_UPS.id(stream), FollowUpSummary.of(known))))
        .replaceWithVoid();
  }
}
