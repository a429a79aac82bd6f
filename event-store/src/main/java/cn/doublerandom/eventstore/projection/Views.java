package cn.doublerandom.eventstore.projection;

import cn.doublerandom.eventstore.Scope;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The documents one batch reads and writes: fetched with one query per table, changed in memory,
 * stored with one statement per table. Within a batch every read sees every earlier write.
 */
public final class Views {
  private final Tables tables;
  private final Optional<Written> written;
  private final Scope scope;
  private final Map<String, Map<String, Optional<String>>> known = new HashMap<>();
  private final Map<String, Set<String>> changed = new LinkedHashMap<>();

  /** Where documents are kept between batches. */
  interface Tables {
    /** The bodies of those that are there, by id. */
    Uni<Map<String, String>> read(String table, Set<String> ids);

    /** Stores documents, replacing what was there. */
    Uni<Void> write(String table, Map<String, String> bodies);
  }

  Views(Tables tables) {
    this(tables, Optional.empty());
  }

  /**
   * @param written what was stored since the tables were empty; lets ids nobody wrote be known
   *     absent
   */
  Views(Tables tables, Optional<Written> written) {
    this(tables, written, Scope.HOME);
  }

  /**
   * @param scope whose documents they are
   */
  Views(Tables tables, Optional<Written> written, Scope scope) {
    this.tables = tables;
    this.written = written;
    this.scope = scope;
  }

  /** Whose documents they are, and whose the entries are that are folded into them. */
  public Scope scope() {
    return scope;
  }

  /** An id among those of all scopes. */
  private String marked(String id) {
    return scope.isHome() ? id : scope.name() + "~" + id;
  }

  /** Reads the documents that {@link #get} will be asked for; those read already cost nothing. */
  public Uni<Void> fetch(String table, Collection<String> ids) {
    Map<String, Optional<String>> rows = rows(table);
    Set<String> wanted = new HashSet<>(ids);
    wanted.removeAll(rows.keySet());
    written.ifPresent(known -> {
      for (String id : ids) {
        if (!known.mayHold(table, marked(id)) && wanted.remove(id)) {
          rows.put(id, Optional.empty());
        }
      }
    });
    if (wanted.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tables
        .read(table, wanted)
        .invoke(found -> wanted.forEach(id -> rows.put(id, Optional.ofNullable(found.get(id)))))
        .replaceWithVoid();
  }

  /**
   * Says of documents that they are not there yet: what begins with this batch need not be read.
   */
  public void absent(String table, Collection<String> ids) {
    Map<String, Optional<String>> rows = rows(table);
    ids.forEach(id -> rows.putIfAbsent(id, Optional.empty()));
  }

  /** A document that was fetched or put before. */
  public Optional<String> get(String table, String id) {
    Optional<String> body = rows(table).get(id);
    if (body == null) {
      throw new IllegalStateException(table + " " + id + " was not fetched");
    }
    return body;
  }

  /** Stores a document, replacing what was there. */
  public void put(String table, String id, String body) {
    rows(table).put(id, Optional.of(body));
    written.ifPresent(known -> known.add(table, marked(id)));
    changed.computeIfAbsent(table, t -> new HashSet<>()).add(id);
  }

  private Map<String, Optional<String>> rows(String table) {
    return known.computeIfAbsent(table, t -> new HashMap<>());
  }

  Uni<Void> flush() {
    return Multi.createFrom()
        .iterable(changed.entrySet())
        .onItem()
        .transformToUniAndConcatenate(table -> store(table.getKey(), table.getValue()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> store(String table, Set<String> ids) {
    Map<String, Optional<String>> rows = rows(table);
    Map<String, String> bodies = new TreeMap<>();
    ids.forEach(id -> bodies.put(id, rows.getOrDefault(id, Optional.empty()).orElseThrow()));
    return tables.write(table, bodies);
  }
}
