package cn.doublerandom.eventstore.inbox;

import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.eventstore.projection.ScopeColumn;
import cn.doublerandom.eventstore.projection.ViewWriter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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
 * statement for those that are there and one for those that are gone; both as the writer of read
 * models.
 */
final class ReplicaRows {
  private final SqlConnection connection;
  private final Replica replica;
  private final int generation;
  private final String schema;
  private final String table;

  /** The column that says whose a row is, with a comma; nothing where there is none. */
  private final String whose;

  /** The same of what a statement is given. */
  private final String given;

  /** What makes a row the one that is given. */
  private final String same;

  /**
   * @param schema where the rows are: {@code public}, or the one that is filled
   */
  ReplicaRows(SqlConnection connection, Replica replica, int generation, String schema) {
    this.connection = connection;
    this.replica = replica;
    this.generation = generation;
    this.schema = schema;
    this.table = schema + "." + replica.view();
    Optional<String> column = replica.column().map(ScopeColumn::name);
    this.whose = column.map(name -> name + ", ").orElse("");
    this.given = column.map(name -> "g.whose, ").orElse("");
    this.same = column.map(name -> "r." + name + " = g.whose AND ").orElse("") + "r.id = g.id";
  }

  /** A row, or where its body is absent the note that it is gone, after the record with a seq. */
  record Kept(Optional<String> body, String key, long seq, String hash) {}

  /** What a batch of records does, in order. */
  record Folded(List<Replica.Change> changes, Map<ReplicaPlace, Kept> rows) {}

  /**
   * Folds records over the rows they are about; a record older than its row changes nothing.
   *
   * @throws Poison the first record that cannot be
   */
  Uni<Folded> fold(Map<InboxRecord, Replica.Told> told) {
    return Uni.createFrom()
        .item(() -> places(replica, told))
        .flatMap(places ->
            ViewWriter.during(connection, () -> read(places.values().stream().distinct().toList()))
                .map(before -> fold(told, places, before)));
  }

  /** The same over rows that were read. */
  static Folded fold(
      Replica replica, Map<InboxRecord, Replica.Told> told, Map<ReplicaPlace, Kept> before) {
    return fold(told, places(replica, told), before);
  }

  private static Map<InboxRecord, ReplicaPlace> places(
      Replica replica, Map<InboxRecord, Replica.Told> told) {
    Map<InboxRecord, ReplicaPlace> places = new LinkedHashMap<>();
    told.forEach((message, said) -> {
      try {
        places.put(message, ReplicaPlace.of(replica, message, said.id()));
      } catch (IllegalArgumentException e) {
        throw new Poison(message, e);
      }
    });
    return places;
  }

  private static Folded fold(
      Map<InboxRecord, Replica.Told> told,
      Map<InboxRecord, ReplicaPlace> places,
      Map<ReplicaPlace, Kept> before) {
    List<Replica.Change> changes = new ArrayList<>();
    Map<ReplicaPlace, Kept> rows = new LinkedHashMap<>();
    places.forEach((message, place) -> {
      Kept old = rows.getOrDefault(place, before.get(place));
      if (old == null || message.seq() >= old.seq()) {
        Optional<String> body = old == null ? Optional.empty() : old.body();
        Optional<String> next = next(message, told, body);
        changes.add(new Replica.Change(message, body, next));
        rows.put(place, new Kept(next, message.key(), message.seq(), hash(message)));
      }
    });
    return new Folded(changes, rows);
  }

  /** How much more a sum counts after some changes, by its place; none where it is the same. */
  static Map<ReplicaPlace, Long> counted(Replica replica, List<Replica.Change> changes) {
    Map<ReplicaPlace, Long> more = new TreeMap<>();
    for (Replica.Change change : changes) {
      Scope scope = change.message().scope();
      change.before().ifPresent(body -> add(replica.counts(body), -1, scope, more));
      change.after().ifPresent(body -> add(replica.counts(body), 1, scope, more));
    }
    more.values().removeIf(n -> n == 0);
    return more;
  }

  private static void add(
      Map<String, Long> counts, long times, Scope scope, Map<ReplicaPlace, Long> more) {
    counts.forEach((id, n) -> more.merge(new ReplicaPlace(scope, id), times * n, Long::sum));
  }

  private static Optional<String> next(
      InboxRecord message, Map<InboxRecord, Replica.Told> told, Optional<String> body) {
    Replica.Told said = told.get(message);
    if (message.value().isEmpty() || said == null) {
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

  private Uni<Map<ReplicaPlace, Kept>> read(Collection<ReplicaPlace> places) {
    return connection
        .preparedQuery(
            "WITH g AS (SELECT * FROM %s AS g (scope, whose, id))".formatted(ReplicaPlace.GIVEN)
                + " SELECT g.scope, r.id, r.body, r.key, r.seq, r.hash FROM "
                + table
                + " AS r JOIN g ON "
                + same
                + " UNION ALL SELECT g.scope, g.id, NULL, '', r.seq, '' FROM replica_gone AS r"
                + " JOIN g USING (scope, id) WHERE r.name = $4 AND r.generation = $5")
        .execute(
            ReplicaPlace.given(places, replica.column())
                .addString(replica.name())
                .addInteger(generation))
        .map(found -> {
          Map<ReplicaPlace, Kept> rows = new HashMap<>();
          for (Row row : found) {
            rows.put(
                new ReplicaPlace(new Scope(row.getString("scope")), row.getString("id")),
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
    Map<ReplicaPlace, Kept> there = new LinkedHashMap<>();
    Map<ReplicaPlace, Kept> gone = new LinkedHashMap<>();
    folded.rows().forEach((place, row) -> (row.body().isPresent() ? there : gone).put(place, row));
    return ViewWriter.during(
        connection,
        () -> put(there).chain(() -> takeAway(gone)).chain(() -> count(folded.changes())));
  }

  /** In the order of their places, so that two batches never wait for each other crosswise. */
  private Uni<Void> count(List<Replica.Change> changes) {
    Map<ReplicaPlace, Long> more =
        replica.sums().isPresent() ? counted(replica, changes) : Map.of();
    if (more.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(
            "INSERT INTO %s.%s AS r (%sid, counted)"
                    .formatted(schema, replica.sums().orElseThrow(), whose)
                + " SELECT %sg.id, g.counted".formatted(given)
                + " FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])"
                + " AS g (scope, whose, id, counted)"
                + " ON CONFLICT (%sid) DO UPDATE SET counted = r.counted + EXCLUDED.counted"
                    .formatted(whose))
        .execute(
            ReplicaPlace.given(more.keySet(), replica.column())
                .addArrayOfLong(more.values().toArray(Long[]::new)))
        .replaceWithVoid();
  }

  private Uni<Void> put(Map<ReplicaPlace, Kept> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(
            "WITH g AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[],"
                + " $5::text[], $6::bigint[], $7::text[]) AS g (scope, whose, id, body, key, seq,"
                + " hash)), back AS (DELETE FROM replica_gone AS r USING g WHERE r.name = $8"
                + " AND r.generation = $9 AND r.scope = g.scope AND r.id = g.id)"
                + " INSERT INTO %s AS r (%sid, body, key, seq, hash)".formatted(table, whose)
                + " SELECT %sg.id, g.body, g.key, g.seq, g.hash FROM g".formatted(given)
                + " ON CONFLICT (%sid) DO UPDATE SET body = EXCLUDED.body,".formatted(whose)
                + " key = EXCLUDED.key, seq = EXCLUDED.seq, hash = EXCLUDED.hash"
                + " WHERE r.seq <= EXCLUDED.seq")
        .execute(
            ReplicaPlace.given(rows.keySet(), replica.column())
                .addArrayOfString(texts(rows, row -> row.body().orElse(null)))
                .addArrayOfString(texts(rows, Kept::key))
                .addArrayOfLong(rows.values().stream().map(Kept::seq).toArray(Long[]::new))
                .addArrayOfString(texts(rows, Kept::hash))
                .addString(replica.name())
                .addInteger(generation))
        .replaceWithVoid();
  }

  private Uni<Void> takeAway(Map<ReplicaPlace, Kept> rows) {
    if (rows.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return connection
        .preparedQuery(
            "WITH g AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bigint[])"
                + " AS g (scope, whose, id, seq)), away AS (DELETE FROM "
                + table
                + " AS r USING g WHERE "
                + same
                + " AND r.seq <= g.seq)"
                + " INSERT INTO replica_gone AS r (name, generation, scope, id, seq)"
                + " SELECT $5, $6, scope, id, seq FROM g ON CONFLICT (name, generation, scope, id)"
                + " DO UPDATE SET seq = EXCLUDED.seq WHERE r.seq <= EXCLUDED.seq")
        .execute(
            ReplicaPlace.given(rows.keySet(), replica.column())
                .addArrayOfLong(rows.values().stream().map(Kept::seq).toArray(Long[]::new))
                .addString(replica.name())
                .addInteger(generation))
        .replaceWithVoid();
  }

  private static String[] texts(
      Map<ReplicaPlace, Kept> rows, Function<Kept, @Nullable String> column) {
    return rows.values().stream().map(column).toArray(String[]::new);
  }
}
