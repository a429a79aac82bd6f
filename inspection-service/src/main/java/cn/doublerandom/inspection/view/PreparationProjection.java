package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.preparation.Preparation;
import cn.doublerandom.inspection.preparation.PreparationCommand;
import cn.doublerandom.inspection.preparation.PreparationEvent;
import cn.doublerandom.inspection.preparation.PreparationSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows how far every visit is prepared right after the latest step. */
@ApplicationScoped
class PreparationProjection implements Projection {
  private final PreparationView preparations;
  private final CommandHandler<PreparationCommand, PreparationEvent, Preparation> handler;

  @Inject
  PreparationProjection(
      PreparationView preparations,
      CommandHandler<PreparationCommand, PreparationEvent, Preparation> handler) {
    this.preparations = preparations;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "preparations";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(preparations.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.PREPARATION))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String visit = VisitStreams.PREPARATION.id(stream);
              preparations.rows.put(views, visit, PreparationSummary.of(visit, known));
            }))
        .replaceWithVoid();
  }
}
