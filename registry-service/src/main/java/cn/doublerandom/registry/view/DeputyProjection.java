package cn.doublerandom.registry.view;

import cn.doublerandom.bureau.people.Deputyship;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Projection;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.registry.RegistryStreams;
import cn.doublerandom.registry.deputy.DeputyDirectory.Entry;
import cn.doublerandom.registry.deputy.DeputyEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps readable who may act for whom; one of its own, so that it never waits for another. */
@ApplicationScoped
class DeputyProjection implements Projection {
  private final DeputyView deputies;
  private final EventCodec<DeputyEvent> codec;

  @Inject
  DeputyProjection(DeputyView deputies, EventCodec<DeputyEvent> codec) {
    this.deputies = deputies;
    this.codec = codec;
  }

  @Override
  public String name() {
    return "deputies";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of(deputies.rows.table());
  }

  @Override
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    List<LedgerEntry> own =
        entries.stream()
            .filter(entry -> RegistryStreams.DEPUTY.has(entry.event().stream()))
            .toList();
    return deputies
        .rows
        .fetch(
            views,
            own.stream().map(entry -> RegistryStreams.DEPUTY.id(entry.event().stream())).toList())
        .invoke(() -> own.forEach(entry -> apply(entry, views)));
  }

  private void apply(LedgerEntry entry, Views views) {
    String id = RegistryStreams.DEPUTY.id(entry.event().stream());
    switch (codec.decode(entry.event())) {
      case DeputyEvent.DeputyProposed(var proposed, var reason, var by) ->
          deputies.rows.put(
              views,
              id,
              deputies
                  .rows
                  .get(views, id)
                  .map(known -> asked(known, proposed, by))
                  .orElseGet(() ->
                      new Entry(
                          proposed.deputy(), proposed.principal(), null, null, proposed, by)));
      case DeputyEvent.DeputyApproved approved -> {
        Deputyship holds = approved.entry();
        deputies.rows.put(
            views, id, new Entry(holds.deputy(), holds.principal(), holds, null, null, null));
      }
      case DeputyEvent.DeputyDeclined declined ->
          deputies.rows.update(
              views,
              id,
              known ->
                  new Entry(
                      known.deputy(), known.principal(), known.held(), known.ended(), null, null));
      case DeputyEvent.DeputyEnded ended ->
          deputies.rows.update(
              views,
              id,
              known ->
                  new Entry(
                      known.deputy(),
                      known.principal(),
                      known.held(),
                      ended.reason(),
                      known.asked(),
                      known.askedBy()));
    }
  }

  private static Entry asked(Entry known, Deputyship proposed, String by) {
    return new Entry(known.deputy(), known.principal(), known.held(), known.ended(), proposed, by);
  }
}
