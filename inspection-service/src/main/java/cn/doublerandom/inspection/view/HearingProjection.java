package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.decider.StreamKind;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.hearing.Hearing;
import cn.doublerandom.inspection.hearing.HearingCommand;
import cn.doublerandom.inspection.hearing.HearingSummary;
import cn.doublerandom.inspection.hearing.Opening;
import cn.doublerandom.servicekit.view.Document;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.BiFunction;

/** Shows how each hearing of a kind stands right after its latest step. */
abstract class HearingProjection<O extends Opening, C, E, S extends HearingSummary>
    implements Projection {
  private final StreamKind kind;
  private final Documents<? extends Document, S> rows;
  private final CommandHandler<HearingCommand<O, C>, E, Hearing<O, C>> handler;
  private final BiFunction<String, Hearing<O, C>, S> summary;

  HearingProjection(
      StreamKind kind,
      Documents<? extends Document, S> rows,
      CommandHandler<HearingCommand<O, C>, E, Hearing<O, C>> handler,
      BiFunction<String, Hearing<O, C>, S> summary) {
    this.kind = kind;
    this.rows = rows;
    this.handler = handler;
    this.summary = summary;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return handler
        .within(views.scope())
        .statesAt(LedgerEntry.lastVersions(entries, kind))
        .invoke(states ->
            states.forEach((stream, known) -> {
              String id = kind.id(stream);
              rows.put(views, id, summary.apply(id, known));
            }))
        .replaceWithVoid();
  }
}
