package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.office.OfficeDirectory.Entry;
import cn.doublerandom.registry.office.OfficeEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps the mandates of all offices readable as one list. */
@ApplicationScoped
class OfficeProjection implements Projection {
  private final OfficeView offices;
  private final EventCodec<OfficeEvent> codec;

  @Inject
  OfficeProjection(OfficeView offices, EventCodec<OfficeEvent> codec) {
    this.offices = offices;
    this.codec = codec;
  }

  @Override
  public String name() {
    return "offices";
  }

  @Override
  public List<String> tables() {
    return List.of(offices.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    List<LedgerEntry> own =
        entries.stream()
            .filter(entry -> RegistryStreams.OFFICE.has(entry.event().stream()))
            .toList();
    return offices
        .rows
        .fetch(
            views,
            own.stream().map(entry -> RegistryStreams.OFFICE.id(entry.event().stream())).toList())
        .invoke(() -> own.forEach(entry -> apply(entry, views)));
  }

  private void apply(LedgerEntry entry, Views views) {
    String unit = RegistryStreams.OFFICE.id(entry.event().stream());
    Entry before = offices.rows.get(views, unit).orElse(new Entry(unit, null, false));
    offices.rows.put(
        views,
        unit,
        switch (codec.decode(entry.event())) {
          case OfficeEvent.MandateRegistered registered ->
              new Entry(unit, registered.mandate(), false);
          case OfficeEvent.MandateRequested asked -> new Entry(unit, before.mandate(), true);
          case OfficeEvent.MandateRequestEnded ended -> new Entry(unit, before.mandate(), false);
        });
  }
}
