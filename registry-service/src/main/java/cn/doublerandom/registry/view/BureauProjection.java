package cn.doublerandom.registry.view;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.bureau.BureauDirectory.Entry;
import cn.doublerandom.registry.bureau.BureauEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Keeps the register of bureaus readable; one of its own, so that it never waits for another. */
@ApplicationScoped
class BureauProjection implements Projection {
  private final BureauView bureaus;
  private final EventCodec<BureauEvent> codec;

  @Inject
  BureauProjection(BureauView bureaus, EventCodec<BureauEvent> codec) {
    this.bureaus = bureaus;
    this.codec = codec;
  }

  @Override
  public String name() {
    return "bureaus";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(bureaus.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    List<LedgerEntry> own =
        entries.stream()
            .filter(entry -> RegistryStreams.BUREAU.has(entry.event().stream()))
            .toList();
    return bureaus
        .rows
        .fetch(
            views,
            own.stream().map(entry -> RegistryStreams.BUREAU.id(entry.event().stream())).toList())
        .invoke(() -> own.forEach(entry -> apply(entry, views)));
  }

  private void apply(LedgerEntry entry, Views views) {
    String key = RegistryStreams.BUREAU.id(entry.event().stream());
    bureaus.rows.put(
        views, key, after(key, bureaus.rows.get(views, key), codec.decode(entry.event())));
  }

  private static Entry after(String key, Optional<Entry> known, BureauEvent event) {
    Entry before = known.orElse(new Entry(key, null, null, false));
    return switch (event) {
      case BureauEvent.BureauRegistered registered ->
          new Entry(key, registered.details(), null, false);
      case BureauEvent.BureauChanged changed -> new Entry(key, changed.details(), null, false);
      case BureauEvent.BureauClosed closed ->
          new Entry(key, before.details(), closed.reason(), false);
      case BureauEvent.BureauRequested asked ->
          new Entry(key, before.details(), before.closed(), true);
      case BureauEvent.BureauClosingRequested asked ->
          new Entry(key, before.details(), before.closed(), true);
      case BureauEvent.BureauRequestEnded ended ->
          new Entry(key, before.details(), before.closed(), false);
    };
  }
}
