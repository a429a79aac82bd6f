package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.departure.Departure;
import cn.doublerandom.inspection.departure.DepartureCommand;
import cn.doublerandom.inspection.departure.DepartureEvent;
import cn.doublerandom.inspection.departure.DepartureSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows the hand-over of every officer who leaves right after its latest step. */
@ApplicationScoped
class DepartureProjection implements Projection {
  private final DepartureView departures;
  private final CommandHandler<DepartureCommand, DepartureEvent, Departure> handler;

  @Inject
  DepartureProjection(
      DepartureView departures,
      CommandHandler<DepartureCommand, DepartureEvent, Departure> handler) {
    this.departures = departures;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "departures";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(departures.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.DEPARTURE))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String id = VisitStreams.DEPARTURE.id(stream);
              departures.rows.put(views, id, DepartureSummary.of(id, known).orElseThrow());
            }))
        .replaceWithVoid();
  }
}
