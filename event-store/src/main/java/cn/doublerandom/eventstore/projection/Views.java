package cn.doublerandom.eventstore.projection;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents one batch reads and writes: fetched with one query per table, changed in memory,
 * stored with one statement per table. Within a batch every read sees every earlier write.
 */
public final class Views {
  private final SqlConnection connection;
  private final Optional<Written> written;
  private final Map<String, Map<String, Optional<String>>> known = new HashMap<>();
  private final Map<String, Set<String>> changed = new LinkedHashMap<>();

  Views(SqlConnection connection) {
    this(connection, Optional.empty());
  }

  /**
   * @param written what was stored since the tables were empty; lets ids nobody wrote be known
   *     absent
   */
  Views(SqlConnection connection, Optional<Written> written) {
    this.connection = connection;
    this.written = written;
  }

  /** Reads the documents that {@link #get} will be asked for; those read already cost nothing. */
  public Uni<Void> fetch(String table, Collection<String> ids) {
    Map<String, Optional<String>> rows = rows(table);
    Set<String> wanted = new HashSet<>(ids);
    wanted.removeAll(rows.keySet());
    written.ifPresent(known -> {
      for (String id : ids) {
        if (!known.mayHold(table, id) && wanted.remove(id)) {
          rows.put(id, Optional.empty());
        }
      }
    });
    if (wanted.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery("SELECT id, body FROM " + table + " WHERE id = ANY ($1)")
        .execute(Tuple.of(wanted.toArray(String[]::new)))
        .invoke(found -> {
          wanted.forEach(id -> rows.put(id, Optional.empty()));
          found.forEach(row -> rows.put(row.getString("id"), Optional.of(row.getString("body"))));
        })
        .replaceWithVoid();
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
    written.ifPresent(known -> known.add(table, id));
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
    List<String> sorted = new ArrayList<>(ids);
    sorted.sort(null);
    Map<String, Optional<String>> rows = rows(table);
    String[] bodies = sorted.stream().map(id -> get(rows, id)).toArray(String[]::new);
    return connection
        .preparedQuery(
            "INSERT INTO "
                + table
                + " (id, body) SELECT * FROM unnest($1::text[], $2::text[])"
                + " ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body")
        .execute(
            Tuple.tuple().addArrayOfString(sorted.toArray(String[]::new)).addArrayOfString(bodies))
        .replaceWithVoid();
  }

  private static String get(Map<String, Optional<String>> rows, String id) {
    return rows.getOrDefault(id, Optional.empty()).orElseThrow();
  }
}
