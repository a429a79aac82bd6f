package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.view.Documents;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Keeps what waits in each stream as one row. A stream is read only after an event something begins
 * or ends to wait with, so that a month's table of a million unchanged firms costs nothing here.
 */
public final class PendingFold {
  private final Documents<?, Row> rows;
  private final List<PendingStreams<?>> kinds;

  /** What waits in one stream; nothing where all of it is done. */
  public record Row(List<Pending> matters) {
    static final Row EMPTY = new Row(List.of());

    public Row {
      matters = List.copyOf(matters);
    }
  }

  public PendingFold(Documents<?, Row> rows, List<PendingStreams<?>> kinds) {
    this.rows = rows;
    this.kinds = List.copyOf(kinds);
  }

  /** Folds a batch into the rows. */
  public Uni<Void> apply(List<LedgerEntry> entries, Views views) {
    return Multi.createFrom()
        .iterable(kinds)
        .onItem()
        .transformToUniAndConcatenate(kind -> apply(kind, turns(kind, entries), views))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** By stream the events of a batch that matter, in their order. */
  private static Map<String, List<StoredEvent>> turns(
      PendingStreams<?> kind, List<LedgerEntry> entries) {
    Map<String, List<StoredEvent>> turns = new LinkedHashMap<>();
    entries.stream()
        .map(LedgerEntry::event)
        .filter(event -> kind.has().test(event.stream()) && kind.turnsWith(event.type()))
        .forEach(event -> turns.computeIfAbsent(event.stream(), s -> new ArrayList<>()).add(event));
    return turns;
  }

  private Uni<Void> apply(
      PendingStreams<?> kind, Map<String, List<StoredEvent>> turns, Views views) {
    if (turns.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return rows.fetch(views, turns.keySet())
        .invoke(
            () -> turns.entrySet().removeIf(of -> isIdle(kind, of.getValue(), of.getKey(), views)))
        .chain(() -> {
          int most = turns.values().stream().mapToInt(List::size).max().orElse(0);
          return Multi.createFrom()
              .items(IntStream.range(0, most).boxed())
              .onItem()
              .transformToUniAndConcatenate(turn -> turn(kind, turn, turns, views))
              .collect()
              .last()
              .replaceWithVoid();
        });
  }

  /** Whether nothing waits in a stream and nothing begins to. */
  private boolean isIdle(
      PendingStreams<?> kind, List<StoredEvent> events, String stream, Views views) {
    return rows.get(views, stream).filter(row -> !row.matters().isEmpty()).isEmpty()
        && events.stream().noneMatch(event -> kind.beginsWith(event.type()));
  }

  /** All streams right after their events of the same rank, with one read. */
  private Uni<Void> turn(
      PendingStreams<?> kind, int turn, Map<String, List<StoredEvent>> turns, Views views) {
    Map<String, StoredEvent> events = new LinkedHashMap<>();
    turns.forEach((stream, all) -> {
      if (turn < all.size()) {
        events.put(stream, all.get(turn));
      }
    });
    Map<String, Long> versions = new LinkedHashMap<>();
    events.forEach((stream, event) -> versions.put(stream, event.version()));
    return kind.at(views.scope(), versions)
        .invoke(found ->
            events.forEach((stream, event) ->
                keep(stream, found.getOrDefault(stream, List.of()), event, views)))
        .replaceWithVoid();
  }

  private void keep(String stream, List<Pending> now, StoredEvent event, Views views) {
    Optional<Row> known = rows.get(views, stream);
    Row before = known.orElse(Row.EMPTY);
    if (known.isPresent() || !now.isEmpty()) {
      LocalDate day = BusinessClock.day(Metadata.of(event).at());
      rows.put(
          views,
          stream,
          new Row(now.stream().map(one -> one.since(since(one, before, day))).toList()));
    }
  }

  private static LocalDate since(Pending one, Row before, LocalDate day) {
    return before.matters().stream()
        .filter(one::isSame)
        .findFirst()
        .map(Pending::since)
        .orElse(day);
  }
}
