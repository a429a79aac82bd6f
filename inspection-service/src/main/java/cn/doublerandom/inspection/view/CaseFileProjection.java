package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.archive.CaseFile;
import cn.doublerandom.inspection.archive.CaseFileCommand;
import cn.doublerandom.inspection.archive.CaseFileEvent;
import cn.doublerandom.inspection.archive.CaseFileSummary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Shows every case file right after the latest step. */
@ApplicationScoped
class CaseFileProjection implements Projection {
  private final CaseFileView files;
  private final CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> handler;

  @Inject
  CaseFileProjection(
      CaseFileView files, CommandHandler<CaseFileCommand, CaseFileEvent, CaseFile> handler) {
    this.files = files;
    this.handler = handler;
  }

  @Override
  public String name() {
    return "case_files";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(files.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, VisitStreams.CASE_FILE))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String draw = VisitStreams.CASE_FILE.id(stream);
              files.rows.put(views, draw, CaseFileSummary.of(draw, known));
            }))
        .replaceWithVoid();
  }
}
