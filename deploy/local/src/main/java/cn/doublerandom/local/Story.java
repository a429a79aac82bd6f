package cn.doublerandom.local;

import cn.doublerandom.eventstore.EventCodec;
import cn.doublerandom.eventstore.Scope;
import cn.doublerandom.eventstore.StreamNames;
import cn.doublerandom.eventstore.decider.StreamKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything the four ledgers know of one draw or one subject, in an order in which no effect comes
 * before its cause.
 */
final class Story {
  private static final ObjectMapper JSON = EventCodec.mapper();
  private static final int MOST = 20_000;

  /**
   * A whole stream belongs to the story where its name does; where only its content does, the one
   * event.
   */
  private static final String FIND =
      """
      SELECT seq, chain, stream_id, version, id::text AS id, type, payload, metadata
      FROM ledger JOIN event USING (position)
      WHERE stream_id LIKE ANY (?) OR metadata::json ->> 'correlationId' = ANY (?)
        OR (type = ANY (?) AND (strpos(payload, ?) > 0
          OR EXISTS (SELECT FROM unnest(?::text[]) AS root WHERE strpos(payload, root) > 0)))
      ORDER BY seq LIMIT ?
      """;

  private static final StreamNames OF_DRAW =
      new StreamNames(
          Stream.of("task", "draw-notice", "visit", "result").map(StreamKind::new).toList(),
          List.of());

  /** Events that speak of a subject inside a larger list. */
  private static final List<String> LISTS =
      List.of(
          "FrameFrozen",
          "DrawExecuted",
          "DrawNoticeIssued",
          "ConflictsDeclared",
          "RecusalsRequested");

  /**
   * One event of the story.
   *
   * @param id of the event
   * @param cause id of the event or request it follows from
   */
  record Line(
      String service,
      long seq,
      String stream,
      long version,
      String type,
      String id,
      String cause,
      String correlation,
      String actor,
      Instant at,
      Instant recordedAt,
      JsonNode payload) {}

  private final String key;

  private Story(String key) {
    this.key = key;
  }

  /**
   * The story of a draw id or of a subject's id.
   *
   * @param postgres port of the databases
   */
  static List<Line> of(String key, int postgres) throws SQLException {
    var story = new Story(key);
    Map<String, List<Line>> found = new TreeMap<>();
    Set<String> correlations = new HashSet<>();
    // A draw leads to visits under its correlation; the second pass follows what the first found.
    for (int pass = 0; pass < 2; pass++) {
      for (String service : Home.SERVICES) {
        try (Connection connection = Databases.open(postgres, service)) {
          found.put(service, story.find(service, connection, correlations));
        }
      }
      found
          .values()
          .forEach(lines ->
              lines.stream().filter(story::leads).forEach(l -> correlations.add(l.correlation())));
    }
    return inOrder(found);
  }

  private boolean isDraw() {
    return key.matches("[0-9]{6}(\\.[a-z0-9]+)?-.+-[0-9]+");
  }

  /** Only what a draw did leads on to others; an import of two hundred firms does not. */
  private boolean leads(Line line) {
    return isDraw() && line.service().equals("draw") && line.type().equals("DrawExecuted");
  }

  /** Patterns of the names; a draw is of the bureau its id begins with, a subject of any. */
  private List<String> streams() {
    String id = like(key);
    if (!isDraw()) {
      return Stream.of("subject", "known-subject", "visit", "result")
          .flatMap(kind -> ofAll(kind, kind.endsWith("subject") ? id : "%-" + id))
          .toList();
    }
    String task = id.substring(0, id.lastIndexOf('-'));
    String bureau = key.substring(0, key.indexOf('-'));
    Scope scope = bureau.equals(Home.BUREAUS.home()) ? Scope.HOME : new Scope(bureau);
    return Stream.of(
            "task-" + task, "draw-notice-" + id, "visit-" + id + "-%", "result-" + id + "-%")
        .map(name -> OF_DRAW.stored(scope, name))
        .toList();
  }

  private static Stream<String> ofAll(String kind, String id) {
    char separator = StreamKind.SEPARATOR;
    return Stream.of(kind + "-" + id, kind + separator + "%" + separator + id);
  }

  private List<Line> find(String service, Connection connection, Set<String> correlations)
      throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setArray(1, connection.createArrayOf("text", streams().toArray()));
      statement.setArray(2, connection.createArrayOf("text", correlations.toArray()));
      List<String> lists = isDraw() ? List.of() : LISTS;
      statement.setArray(3, connection.createArrayOf("text", lists.toArray()));
      statement.setString(4, '"' + key + '"');
      List<String> roots = isDraw() ? List.of() : EventChunks.rootsWith(connection, key);
      statement.setArray(5, connection.createArrayOf("text", roots.toArray()));
      statement.setInt(6, MOST);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          lines.add(line(service, rows, connection));
        }
      }
    }
    return lines;
  }

  private static String like(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static Line line(String service, ResultSet rows, Connection connection)
      throws SQLException {
    try {
      JsonNode metadata = JSON.readTree(rows.getString("metadata"));
      return new Line(
          service,
          rows.getLong("seq"),
          rows.getString("stream_id"),
          rows.getLong("version"),
          rows.getString("type"),
          rows.getString("id"),
          metadata.path("causationId").asText(),
          metadata.path("correlationId").asText(),
          metadata.path("actor").asText(),
          Instant.parse(metadata.path("at").asText()),
          Instant.parse(metadata.path("recordedAt").asText()),
          JSON.readTree(EventChunks.whole(connection, rows.getString("payload"))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("有无法读取的事件 unreadable event in " + service, e);
    }
  }

  /** Merges the ledgers: each in its own order, an effect after its cause, otherwise by clock. */
  private static List<Line> inOrder(Map<String, List<Line>> found) {
    Map<String, Integer> at = new HashMap<>();
    Set<String> ids = new HashSet<>();
    found.values().forEach(lines -> lines.forEach(line -> ids.add(line.id())));
    Set<String> told = new HashSet<>();
    List<Line> story = new ArrayList<>();
    int total = found.values().stream().mapToInt(List::size).sum();
    while (story.size() < total) {
      Line next = null;
      boolean free = false;
      for (Map.Entry<String, List<Line>> ledger : found.entrySet()) {
        int index = at.getOrDefault(ledger.getKey(), 0);
        if (index < ledger.getValue().size()) {
          Line head = ledger.getValue().get(index);
          String cause = head.cause().replaceFirst("\\.[0-9]+$", "");
          boolean ready = !ids.contains(cause) || told.contains(cause);
          if (next == null
              || (ready && !free)
              || (ready == free && head.recordedAt().isBefore(next.recordedAt()))) {
            next = head;
            free = ready;
          }
        }
      }
      if (next == null) {
        break;
      }
      at.merge(next.service(), 1, Integer::sum);
      told.add(next.id());
      story.add(next);
    }
    return story;
  }
}
