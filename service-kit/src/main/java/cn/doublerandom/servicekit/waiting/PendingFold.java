package cn.doublerandom.servicekit.waiting;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Metadata;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.decider.SecondPerson;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import cn.doublerandom.eventstore.projection.Views;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.view.Documents;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what waits in each stream as one row. A stream is read only after an event something begins
 * or ends to wait with, so that a month's table of a million unchanged firms costs nothing here.
 */
public final class PendingFold {
  /** Under which a pending thing says who asked for it. */
  public static final String BY = "by";

  private final Documents<?, Row> rows;
  private final List<PendingStreams<?>> kinds;

  /** Of one stream the last ones are told; who asked again and again knows why. */
  private static final int MOST_TOLD = 5;

  private static final ObjectReader REASON = EventCodec.mapper().readerFor(JsonNode.class);

  /**
   * What waits in one stream; nothing where all of it is done.
   *
   * @param told who was not agreed with, oldest first; absent where nobody is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(List<Pending> matters, @Nullable List<Told> told) {
    static final Row EMPTY = new Row(List.of());

    public Row {
      matters = List.copyOf(matters);
      told = told == null || told.isEmpty() ? null : List.copyOf(told);
    }

    /** Nobody was not agreed with. */
    public Row(List<Pending> matters) {
      this(matters, null);
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
            events.forEach(
                (stream, event) -> keep(kind, found.getOrDefault(stream, List.of()), event, views)))
        .replaceWithVoid();
  }

  private void keep(PendingStreams<?> kind, List<Pending> now, StoredEvent event, Views views) {
    String stream = event.stream();
    Optional<Row> known = rows.get(views, stream);
    Row before = known.orElse(Row.EMPTY);
    if (known.isPresent() || !now.isEmpty()) {
      LocalDate day = BusinessClock.day(Metadata.of(event).at());
      rows.put(
          views,
          stream,
          new Row(
              now.stream().map(one -> one.since(since(one, before, day))).toList(),
              told(kind, before, now, event, day)));
    }
  }

  /** Who asked for what waits no more, and was not the one who ended it. */
  private static List<Told> told(
      PendingStreams<?> kind, Row before, List<Pending> now, StoredEvent event, LocalDate day) {
    List<Told> told = new ArrayList<>(before.told() == null ? List.of() : before.told());
    boolean isNew = told.stream().allMatch(known -> known.version() < event.version());
    if (isNew && kind.declinesWith(event.type())) {
      String by = Metadata.of(event).actor();
      String why = reason(event);
      before.matters().stream()
          .filter(one -> now.stream().noneMatch(one::isSame))
          .forEach(one ->
              askers(one).stream()
                  .filter(to -> !SecondPerson.isSame(to, by))
                  .map(to -> new Told(one.saying(BY, ""), event.version(), to, by, day, why))
                  .forEach(told::add));
    }
    return told.subList(Math.max(0, told.size() - MOST_TOLD), told.size());
  }

  /** Who asked; of what says no single one, all who touched it. */
  private static List<String> askers(Pending pending) {
    String by = pending.says(BY);
    return by.isEmpty() ? pending.touchedBy() : List.of(by);
  }

  private static @Nullable String reason(StoredEvent event) {
    try {
      JsonNode payload = REASON.readValue(event.payload());
      return payload.path("reason").isTextual() ? payload.path("reason").textValue() : null;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "unreadable payload in %s v%d".formatted(event.stream(), event.version()), e);
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
