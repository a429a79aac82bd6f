package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.ImportCause;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps the history of imports. */
@ApplicationScoped
class IntakeProjection implements Projection {
  private final IntakeView taken;
  private final EventCodec<IntakeEvent> codec;

  @Inject
  IntakeProjection(IntakeView taken, EventCodec<IntakeEvent> codec) {
    this.taken = taken;
    this.codec = codec;
  }

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public List<String> tables() {
    return List.of(taken.rows.table(), taken.changed.table());
  }

  /** 2: which entries a table changed, and how far its undo is. 3: items too. 4: inspectors too. */
  @Override
  public int version() {
    return 4;
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return taken
        .rows
        .fetch(views, ids(entries))
        .invoke(() -> entries.forEach(entry -> apply(entry, views)));
  }

  private static Set<String> ids(List<LedgerEntry> entries) {
    return entries.stream()
        .map(entry -> entry.event().stream())
        .filter(RegistryStreams.IMPORT::has)
        .map(RegistryStreams.IMPORT::id)
        .collect(Collectors.toSet());
  }

  private void apply(LedgerEntry entry, Views views) {
    String stream = entry.event().stream();
    if (RegistryStreams.IMPORT.has(stream)) {
      table(entry, views);
    } else if (RegistryStreams.SUBJECT.has(stream)
        || RegistryStreams.ITEM.has(stream)
        || RegistryStreams.INSPECTOR.has(stream)) {
      ImportCause.importOf(Metadata.of(entry.event()).causationId())
          .ifPresent(id -> {
            String changed = RegistryStreams.id(stream);
            taken.changed.put(
                views, IntakeView.id(id, changed), new IntakeDirectory.Changed(id, changed));
          });
    }
  }

  private void table(LedgerEntry entry, Views views) {
    StoredEvent event = entry.event();
    String id = RegistryStreams.IMPORT.id(event.stream());
    Metadata known = Metadata.of(event);
    switch (codec.decode(event)) {
      case IntakeEvent.TableTaken report ->
          taken.rows.put(
              views,
              id,
              new IntakeDirectory.Entry(
                  id, known.actor(), known.at(), "%019d".formatted(entry.seq()), report, null));
      case IntakeEvent.UndoRequested asked -> undo(id, IntakeDirectory.Undo.ASKED, views);
      case IntakeEvent.UndoRequestEnded ended -> undo(id, null, views);
      case IntakeEvent.UndoApproved approved -> undo(id, IntakeDirectory.Undo.APPROVED, views);
      case IntakeEvent.TableUndone undone -> undo(id, IntakeDirectory.Undo.DONE, views);
    }
  }

  private void undo(String id, IntakeDirectory.@Nullable Undo step, Views views) {
    taken.rows.update(views, id, entry -> entry.with(step));
  }
}
