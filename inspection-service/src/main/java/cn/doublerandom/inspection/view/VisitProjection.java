package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.inspection.visit.Visit;
import cn.doublerandom.inspection.visit.VisitCommand;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.view.Projection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

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

  @Override
  public Uni<Void> apply(LedgerEntry entry) {
    return handler
        .stateAt(entry.event().stream(), entry.event().version())
        .flatMap(visit -> {
          VisitSummary summary = VisitSummary.of(visit).orElseThrow();
          return visits.rows.put(summary.visitId(), summary);
        });
  }
}
