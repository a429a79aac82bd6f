package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.intake.IntakeDirectory;
import cn.doublerandom.registry.intake.IntakeEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

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
    return List.of(taken.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    entries.stream()
        .filter(entry -> RegistryStreams.IMPORT.has(entry.event().stream()))
        .forEach(entry -> apply(entry, views));
    return Uni.createFrom().voidItem();
  }

  private void apply(LedgerEntry entry, Views views) {
    StoredEvent event = entry.event();
    String id = RegistryStreams.IMPORT.id(event.stream());
    Metadata known = Metadata.of(event);
    switch (codec.decode(event)) {
      case IntakeEvent.TableTaken report ->
          taken.rows.put(
              views,
              id,
              new IntakeDirectory.Entry(
                  id, known.actor(), known.at(), "%019d".formatted(entry.seq()), report));
    }
  }
}
