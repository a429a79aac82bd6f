package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.NewEvent;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.ledger.LedgerEntry;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Given events, when projected, then rows: the language of every test of a read model. The events
 * are projected one by one, in one batch, and once more over the rows they made; where the rows are
 * not the same three times, the fold depends on more than the events. Needs no test library.
 */
public final class ProjectionSpecification {
  private final Projection projection;
  private final List<LedgerEntry> entries = new ArrayList<>();
  private final Map<String, Long> versions = new HashMap<>();

  private ProjectionSpecification(Projection projection) {
    this.projection = projection;
  }

  public static ProjectionSpecification of(Projection projection) {
    return new ProjectionSpecification(projection);
  }

  /** More events of a stream, after all that were given before. */
  @SafeVarargs
  public final <E> ProjectionSpecification given(EventCodec<E> codec, String stream, E... events) {
    for (E event : events) {
      long version = versions.merge(stream, 1L, Long::sum);
      var written = new NewEvent(NewEvent.newId(), codec.typeOf(event), codec.encode(event), "{}");
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

  /**
   * The rows of a table, by id.
   *
   * @throws IllegalStateException where the rows depend on how the events come
   */
  public Map<String, String> rows(String table) {
    var one = new Kept();
    entries.forEach(entry -> project(List.of(entry), one));
    var whole = new Kept();
    project(entries, whole);
    Map<String, Map<String, String>> once = whole.copy();
    project(entries, whole);
    if (!one.copy().equals(once)) {
      throw new IllegalStateException("one by one %s, at once %s".formatted(one.copy(), once));
    } else if (!whole.copy().equals(once)) {
      throw new IllegalStateException("once %s, twice %s".formatted(once, whole.copy()));
    }
    return once.getOrDefault(table, Map.of());
  }

  private void project(List<LedgerEntry> batch, Kept kept) {
    var views = new Views(kept);
    projection.apply(batch, views).chain(views::flush).await().indefinitely();
  }

  /** Tables in memory. */
  private static final class Kept implements Views.Tables {
    private final Map<String, Map<String, String>> tables = new TreeMap<>();

    Map<String, Map<String, String>> copy() {
      Map<String, Map<String, String>> copy = new TreeMap<>();
      tables.forEach((table, rows) -> copy.put(table, new TreeMap<>(rows)));
      return copy;
    }

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
