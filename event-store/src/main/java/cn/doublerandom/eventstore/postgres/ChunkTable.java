package cn.doublerandom.eventstore.postgres;

import cn.doublerandom.eventstore.AppendOutcome;
import cn.doublerandom.eventstore.ChunkedLists;
import cn.doublerandom.eventstore.Chunks;
import cn.doublerandom.eventstore.StoredEvent;
import cn.doublerandom.eventstore.postgres.AppendStatement.Request;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The pieces of long lists in the database. */
public final class ChunkTable {
  /** Characters of one statement; one piece may have more and is then alone in its own. */
  private static final int MOST_AT_ONCE = 4 * 1024 * 1024;

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final SqlClient sql;

  public ChunkTable(SqlClient sql) {
    this.sql = sql;
  }

  /** What the appended of some commands name, by address. */
  static NavigableMap<String, String> pieces(List<Request> requests, List<AppendOutcome> outcomes) {
    NavigableMap<String, String> pieces = new TreeMap<>();
    for (int i = 0; i < requests.size(); i++) {
      if (outcomes.get(i) == AppendOutcome.APPENDED) {
        requests.get(i).lines().forEach(line -> pieces.putAll(line.event().chunks()));
      }
    }
    return pieces;
  }

  /** Ascending, so that two that store the same cannot wait for each other in a circle. */
  Uni<Void> store(NavigableMap<String, String> pieces) {
    return Multi.createFrom()
        .iterable(statements(pieces))
        .onItem()
        .transformToUniAndConcatenate(some ->
            sql.preparedQuery(
                    """
                    INSERT INTO event_chunk (hash, content) SELECT * FROM unnest($1::text[], $2::text[])
                    ON CONFLICT DO NOTHING
                    """)
                .execute(
                    Tuple.of(
                        some.toArray(String[]::new),
                        some.stream().map(pieces::get).toArray(String[]::new))))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static List<List<String>> statements(NavigableMap<String, String> pieces) {
    List<List<String>> statements = new ArrayList<>();
    long length = MOST_AT_ONCE;
    for (Map.Entry<String, String> piece : pieces.entrySet()) {
      length += piece.getValue().length();
      if (length > MOST_AT_ONCE) {
        statements.add(new ArrayList<>());
        length = piece.getValue().length();
      }
      statements.getLast().add(piece.getKey());
    }
    return statements;
  }

  /** The events in rows of {@link PostgresEventStore#load}, with their pieces. */
  Uni<List<StoredEvent>> events(RowSet<Row> rows) {
    return fill(
        StreamSupport.stream(rows.spliterator(), false)
            .map(row -> PostgresEventStore.event(row, 0))
            .toList());
  }

  /**
   * The events with the pieces they name in memory. One that is not there, or another one, is
   * missed by who reads the event, so that who does not read it still reads others.
   */
  public Uni<List<StoredEvent>> fill(List<StoredEvent> events) {
    Set<String> roots = new HashSet<>();
    events.forEach(event -> roots.addAll(ChunkedLists.namedIn(event.payload())));
    if (roots.isEmpty()) {
      return Uni.createFrom().item(events);
    }
    return read(roots)
        .flatMap(lists -> {
          Chunks named = Chunks.of(lists);
          Set<String> pieces = new HashSet<>();
          lists.forEach((root, list) -> {
            if (ChunkedLists.isSound(root, list)) {
              pieces.addAll(ChunkedLists.pieces(root, named));
            }
          });
          return read(pieces).map(contents -> filled(events, lists, contents));
        });
  }

  private static List<StoredEvent> filled(
      List<StoredEvent> events, Map<String, String> lists, Map<String, String> contents) {
    contents.putAll(lists);
    Chunks all = Chunks.of(contents);
    return events.stream()
        .map(event -> ChunkedLists.namedIn(event.payload()).isEmpty() ? event : event.with(all))
        .toList();
  }

  private Uni<Map<String, String>> read(Collection<String> hashes) {
    return sql.preparedQuery("SELECT hash, content FROM event_chunk WHERE hash = ANY ($1)")
        .execute(Tuple.of(hashes.toArray(String[]::new)))
        .map(rows -> {
          Map<String, String> found = new HashMap<>();
          rows.forEach(row -> found.put(row.getString(0), row.getString(1)));
          return found;
        });
  }

  /** The event with pieces that are read when they are asked for, by whoever may block. */
  public StoredEvent lazily(StoredEvent event) {
    return ChunkedLists.namedIn(event.payload()).isEmpty() ? event : event.with(this::content);
  }

  private String content(String hash) {
    return Chunks.of(read(List.of(hash)).await().atMost(LIMIT)).content(hash);
  }
}
