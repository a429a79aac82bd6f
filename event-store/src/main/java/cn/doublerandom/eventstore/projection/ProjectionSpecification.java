package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandContext;
import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.EventStore;
import cn.doublerandom.eventstore.InMemoryEventStore;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Given events, when projected, then rows: the language of every test of a read model. The events
 * are projected in one batch, one by one as they happen and later, in two batches cut anywhere, and
 * from the first once more wherever it stopped; where the rows are not always the same, the fold
 * depends on more than the events. Needs no test library.
 */
public final class ProjectionSpecification {
  private static final ObjectMapper JSON = EventCodec.mapper();

  private final Function<EventStore, Projection> projection;
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();
  private Instant now = Instant.EPOCH;
  private String actor = "";
  private String causation = "";

  private ProjectionSpecification(Function<EventStore, Projection> projection) {
    this.projection = projection;
  }

  public static ProjectionSpecification of(Projection projection) {
    return new ProjectionSpecification(log -> projection);
  }

  /** Of a read model that asks the log for more than the entries say. */
  public static ProjectionSpecification over(Function<EventStore, Projection> projection) {
    return new ProjectionSpecification(projection);
  }

  /** When the events that are given next happen. */
  public ProjectionSpecification at(Instant time) {
    now = time;
    return this;
  }

  /** Who causes the events that are given next, and by which request. */
  public ProjectionSpecification by(String account, String request) {
    actor = account;
    causation = request;
    return this;
  }

  /** More events of a stream, after all that were given before. */
  @SafeVarargs
  public final <E> ProjectionSpecification given(EventCodec<E> codec, String stream, E... events) {
    String metadata =
        new CommandContext(actor, now, now, "", causation, Optional.empty(), OptionalLong.empty())
            .json();
    for (E event : events) {
      long version = versions.merge(stream, 1L, Long::sum);
      var written =
          new NewEvent(NewEvent.newId(), codec.typeOf(event), codec.encode(event), metadata);
      entries.add(
          new LedgerEntry(
              entries.size() + 1L,
              "",
              new StoredEvent(
                  stream,
                  version,
                  written.id(),
                  written.type(),
                  written.payload(),
                  written.metadata(),
                  written.hash(stream, version))));
    }
    return this;
  }

  /** The rows of a table as records, by id; see {@link #rows(String)}. */
  public <T> Map<String, T> rows(String table, Class<T> type) {
    Map<String, T> rows = new TreeMap<>();
    rows(table).forEach((id, body) -> rows.put(id, read(body, type)));
    return rows;
  }

  private static <T> T read(String body, Class<T> type) {
    try {
      return JSON.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not a " + type.getSimpleName() + ": " + body, e);
    }
  }

  /**
   * The rows of a table, by id.
   *
   * @throws IllegalStateException where the rows depend on how the events come
   */
  public Map<String, String> rows(String table) {
    var log = new InMemoryEventStore();
    entries.forEach(entry -> append(entry, log));
    Projection over = projection.apply(log);
    if (!over.tables().contains(table)) {
      throw new IllegalArgumentException("%s is none of %s".formatted(table, over.tables()));
    }
    Map<String, Map<String, String>> once = projected(over, List.of(entries));
    same("as they happen", once, asTheyHappen());
    same("one by one", once, projected(over, entries.stream().map(List::of).toList()));
    for (int cut = 1; cut <= entries.size(); cut++) {
      List<LedgerEntry> first = entries.subList(0, cut);
      List<LedgerEntry> rest = entries.subList(cut, entries.size());
      same("cut after " + cut, once, projected(over, List.of(first, rest)));
      same("again after " + cut, once, projected(over, List.of(first, entries)));
    }
    return once.getOrDefault(table, Map.of());
  }

  private static void same(
      String how,
      Map<String, Map<String, String>> once,
      Map<String, Map<String, String>> otherwise) {
    if (!otherwise.equals(once)) {
      throw new IllegalStateException("at once %s, %s %s".formatted(once, how, otherwise));
    }
  }

  /** What batches make of empty tables. */
  private static Map<String, Map<String, String>> projected(
      Projection over, List<List<LedgerEntry>> batches) {
    var kept = new Kept();
    batches.forEach(batch -> project(batch, over, kept));
    return kept.tables;
  }

  /** What single entries make of them when the log holds nothing that comes later. */
  private Map<String, Map<String, String>> asTheyHappen() {
    var log = new InMemoryEventStore();
    Projection over = projection.apply(log);
    var kept = new Kept();
    for (LedgerEntry entry : entries) {
      append(entry, log);
      project(List.of(entry), over, kept);
    }
    return kept.tables;
  }

  private static void append(LedgerEntry entry, EventStore log) {
    StoredEvent event = entry.event();
    var happened = new NewEvent(event.id(), event.type(), event.payload(), event.metadata());
    log.append(
            List.of(new Append(event.stream(), event.version() - 1, List.of(happened))),
            Optional.empty())
        .await()
        .indefinitely();
  }

  private static void project(List<LedgerEntry> batch, Projection over, Kept kept) {
    if (!batch.isEmpty()) {
      var views = new Views(kept);
      over.apply(batch, views).chain(views::flush).await().indefinitely();
    }
  }

  /** Tables in memory. */
  private static final class Kept implements Views.Tables {
    private final Map<String, Map<String, String>> tables = new TreeMap<>();

    @Override
    public Uni<Map<String, String>> read(String table, Set<String> ids) {
      Map<String, String> found = new HashMap<>(tables.getOrDefault(table, Map.of()));
      found.keySet().retainAll(ids);
      return Uni.createFrom().item(found);
    }

    @Override
    public Uni<Void> write(String table, Map<String, String> bodies) {
      tables.computeIfAbsent(table, t -> new TreeMap<>()).putAll(bodies);
      return Uni.createFrom().voidItem();
    }
  }
}
