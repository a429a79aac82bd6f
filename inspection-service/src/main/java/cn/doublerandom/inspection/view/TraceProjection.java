package cn.doublerandom.inspection.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.inspection.VisitStreams;
import cn.doublerandom.inspection.signals.TraceDirectory;
import cn.doublerandom.inspection.signals.Traces;
import cn.doublerandom.inspection.signals.VisitTrace;
import cn.doublerandom.inspection.visit.VisitEvent;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Keeps of every visit when what was done and what was found, event after event (R7, R59). */
@ApplicationScoped
class TraceProjection implements Projection, TraceDirectory {
  private final Documents<TraceRow, VisitTrace> rows =
      new Documents<>(TraceRow.class, "visit_trace_view", VisitTrace.class);
  private final EventCodec<VisitEvent> codec;

  @Inject
  TraceProjection(EventCodec<VisitEvent> codec) {
    this.codec = codec;
  }

  @Override
  public String name() {
    return "visit_traces";
  }

  /** 2: knows what was corrected or withdrawn in public since. */
  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of(rows.table());
  }

  @Override
  public CompletionStage<List<VisitTrace>> of(int year, int most) {
    return rows.allWhere("year = ?1", Integer.toString(year), most);
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    List<LedgerEntry> ofVisits =
        entries.stream().filter(one -> VisitStreams.VISIT.has(one.event().stream())).toList();
    return rows.fetch(views, ofVisits.stream().map(TraceProjection::visit).distinct().toList())
        .invoke(() -> ofVisits.forEach(entry -> keep(entry, views)));
  }

  private void keep(LedgerEntry entry, Views views) {
    String visit = visit(entry);
    Traces.after(
            rows.get(views, visit), codec.decode(entry.event()), Metadata.of(entry.event()).at())
        .ifPresent(trace -> rows.put(views, visit, trace));
  }

  private static String visit(LedgerEntry entry) {
    return VisitStreams.VISIT.id(entry.event().stream());
  }
}
