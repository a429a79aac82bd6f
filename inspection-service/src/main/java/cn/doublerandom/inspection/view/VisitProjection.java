package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows every visit as it was right after its latest event. */
@ApplicationScoped
class VisitProjection implements Projection {
  private final VisitView visits;
  private final CommandHandler<VisitCommand, VisitEvent, Visit> handler;

  @Inject
  VisitProjection(VisitView visits, CommandHandler<VisitCommand, VisitEvent, Visit> handler) {
    this.visits = visits;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "visits";
  }

  /** 12: knows what was corrected or withdrawn in public since. */
  @Override
  public int version() {
    return 12;
  }

  @Override
  public List<String> tables() {
    return List.of(visits.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.VISIT))
        .invoke(states ->
            states
                .values()
                .forEach(visit -> {
                  VisitSummary summary = VisitSummary.of(visit).orElseThrow();
                  visits.rows.put(views, summary.visitId(), summary);
                }))
        .replaceWithVoid();
  }
}
