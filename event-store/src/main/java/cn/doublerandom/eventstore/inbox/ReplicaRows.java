package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.Sha256;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one filling of a replica: read with one query, changed in memory, written with one
 * statement for those that are there and one for those that are gone.
 */
final class ReplicaRows {
  private final SqlConnection connection;
  private final Replica replica;
  private final int generation;
  private final String schema;
  private final String table;

  /**
   * @param schema where the rows are: {@code public}, or the one that is filled
   */
  ReplicaRows(SqlConnection connection, Replica replica, int generation, String schema) {
    this.connection = connection;
    this.replica = replica;
    this.generation = generation;
    this.schema = schema;
    this.table = schema + "." + replica.view();
  }

  /** A row, or where its body is absent the note that it is gone, after the record with a seq. */
  record Kept(Optional<String> body, String key, long seq, String hash) {}

  /** What a batch of records does, in order. */
  record Folded(List<Replica.Change> changes, Map<String, Kept> rows) {}

  /**
   * Folds records over the rows they are about; a record older than its row changes nothing.
   *
   * @throws Poison the first record that cannot be
   */
  Uni<Folded> fold(Map<InboxRecord, Replica.Told> told) {
    return read(told.values().stream().map(Replica.Told::id).distinct().toArray(String[]::new))
        .map(before -> fold(told, before));
  }

  /** The same over rows that were read. */
  static Folded fold(Map<InboxRecord, Replica.Told> told, Map<String, Kept> before) {
    List<Replica.Change> changes = new ArrayList<>();
    Map<String, Kept> rows = new LinkedHashMap<>();
    told.forEach((message, said) -> {
      String id = said.id();
      Kept old = rows.getOrDefault(id, before.get(id));
      if (old == null || message.seq() >= old.seq()) {
        Optional<String> body = old == null ? Optional.empty() : old.body();
        Optional<String> next = next(message, said, body);
        changes.add(new Replica.Change(message, body, next));
        rows.put(id, new Kept(next, message.key(), message.seq(), hash(message)));
      }
    });
    return new Folded(changes, rows);
  }

  /** How much more a sum counts after some changes, by its id; none where it is the same. */
  static Map<String, Long> counted(Replica replica, List<Replica.Change> changes) {
    Map<String, Long> more = new TreeMap<>();
    for (Replica.Change change : changes) {
      change
          .before()
          .ifPresent(
              body -> replica.counts(body).forEach((id, n) -> more.merge(id, -n, Long::sum)));
      change
          .after()
          .ifPresent(body -> replica.counts(body).forEach((id, n) -> more.merge(id, n, Long::sum)));
    }
    more.values().removeIf(n -> n == 0);
    return more;
  }

  private static Optional<String> next(
      InboxRecord message, Replica.Told said, Optional<String> body) {
    if (message.value().isEmpty()) {
      return Optional.empty();
    }
    try {
      return said.after(body);
    } catch (RuntimeException e) {
      throw new Poison(message, e);
    }
  }

  private static String hash(InboxRecord message) {
    return Sha256.hex(message.value().getBytes(StandardCharsets.UTF_8));
  }

  private Uni<Map<String, Kept>> read(String[] ids) {
    return connection
        .preparedQuery(
            "SELECT id, body, key, seq, hash FROM "
                + table
                + " WHERE id = ANY ($1) UNION ALL SELECT id, NULL, '', seq, '' FROM replica_gone"
                + " WHERE name = $2 AND generation = $3 AND id = ANY ($1)")
        .execute(Tuple.of(ids, replica.name(), generation))
        .map(found -> {
          Map<String, Kept> rows = new HashMap<>();
          for (Row row : found) {
            rows.put(
                row.getString("id"),
                new Kept(
                    Optional.ofNullable(row.getString("body")),
                    row.getString("key"),
                    row.getLong("seq"),
                    row.getString("hash")));
          }
          return rows;
        });
  }

  /** Stores what was folded; nothing that is newer meanwhile. */
  Uni<Void> write(Folded folded) {
    Map<String, Kept> there = new LinkedHashMap<>();
    Map<String, Kept> gone = new LinkedHashMap<>();
    folded.rows().forEach((id, row) -> (row.body().isPresent() ? there : gone).put(id, row));
    return put(there).chain(() -> takeAway(gone)).chain(() -> count(folded.changes()));
  }

  /** In the order of their ids, so that two batches never wait for each other crosswise. */
  private Uni<Void> count(List<Replica.Change> changes) {
    Map<String, Long> more = replica.sums().isPresent() ? counted(replica, changes) : Map.of();
    if (more.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(
            "INSERT INTO "
                + schema
                + "."
                + replica.sums().orElseThrow()
                + " AS s (id, counted) SELECT * FROM unnest($1::text[], $2::bigint[])"
                + " ON CONFLICT (id) DO UPDATE SET counted = s.counted + EXCLUDED.counted")
        .execute(
            Tuple.tuple()
                .addArrayOfString(more.keySet().toArray(String[]::new))
                .addArrayOfLong(more.values().toArray(Long[]::new)))
        .replaceWithVoid();
  }

  private Uni<Void> put(Map<String, Kept> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(
            "WITH back AS (DELETE FROM replica_gone WHERE name = $6 AND generation = $7"
                + " AND id = ANY ($1)) INSERT INTO "
                + table
                + " AS r (id, body, key, seq, hash)"
                + " SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[],"
                + " $5::text[]) ON CONFLICT (id) DO UPDATE SET body = EXCLUDED.body,"
                + " key = EXCLUDED.key, seq = EXCLUDED.seq, hash = EXCLUDED.hash"
                + " WHERE r.seq <= EXCLUDED.seq")
        .execute(
            Tuple.tuple()
                .addArrayOfString(rows.keySet().toArray(String[]::new))
                .addArrayOfString(texts(rows, row -> row.body().orElse(null)))
                .addArrayOfString(texts(rows, Kept::key))
                .addArrayOfLong(rows.values().stream().map(Kept::seq).toArray(Long[]::new))
                .addArrayOfString(texts(rows, Kept::hash))
                .addString(replica.name())
                .addInteger(generation))
        .replaceWithVoid();
  }

  private Uni<Void> takeAway(Map<String, Kept> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(
            "WITH told AS (SELECT * FROM unnest($1::text[], $2::bigint[]) AS t (id, seq)),"
                + " away AS (DELETE FROM "
                + table
                + " AS r USING told WHERE r.id = told.id AND r.seq <= told.seq)"
                + " INSERT INTO replica_gone AS g (name, generation, id, seq)"
                + " SELECT $3, $4, id, seq FROM told ON CONFLICT (name, generation, id)"
                + " DO UPDATE SET seq = EXCLUDED.seq WHERE g.seq <= EXCLUDED.seq")
        .execute(
            Tuple.tuple()
                .addArrayOfString(rows.keySet().toArray(String[]::new))
                .addArrayOfLong(rows.values().stream().map(Kept::seq).toArray(Long[]::new))
                .addString(replica.name())
                .addInteger(generation))
        .replaceWithVoid();
  }

  private static String[] texts(Map<String, Kept> rows, Function<Kept, @Nullable String> column) {
    return rows.values().stream().map(column).toArray(String[]::new);
  }
}
