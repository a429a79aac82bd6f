package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.revisit.RevisitCommand;
import cn.doublerandom.inspection.revisit.RevisitEvent;
import cn.doublerandom.inspection.revisit.RevisitSummary;
import cn.doublerandom.inspection.revisit.TaskRevisits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows the revisits of every task right after the latest step. */
@ApplicationScoped
class RevisitProjection implements Projection {
  private final RevisitView revisits;
  private final CommandHandler<RevisitCommand, RevisitEvent, TaskRevisits> handler;

  @Inject
  RevisitProjection(
      RevisitView revisits, CommandHandler<RevisitCommand, RevisitEvent, TaskRevisits> handler) {
    this.revisits = revisits;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "revisits";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(revisits.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.REVISITS))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String task = VisitStreams.REVISITS.id(stream);
              revisits.rows.put(views, task, RevisitSummary.of(task, known));
            }))
        .replaceWithVoid();
  }
}
