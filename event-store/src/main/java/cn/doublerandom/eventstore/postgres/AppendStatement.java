package cn.doublerandom.eventstore.postgres;

import cn.doublerandom.eventstore.Append;
import cn.doublerandom.eventstore.CommandKey;
import cn.doublerandom.eventstore.NewEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The one statement behind every append, for one command or for many.
 *
 * <p>Rows go in by ascending stream and key, so that two statements that meet cannot wait for each
 * other in a circle.
 */
final class AppendStatement {
  /**
   * One event for one stream, the plainest append, without the bookkeeping of many commands. A
   * stream that must not exist yet needs no look at its head: version 1 is there once or not at
   * all.
   */
  static final String ONE_EVENT =
      """
      INSERT INTO event (stream_id, version, id, type, payload, metadata, hash)
      SELECT $1::text, $2::bigint + 1, $3::uuid, $4::text, $5::text, $6::text, $7::text
      WHERE $2::bigint = 0 OR coalesce((
        SELECT CASE
          WHEN version <> $2::bigint THEN FALSE
          WHEN tx > pg_current_xact_id() THEN refuse_stale_xid() IS NULL
          ELSE TRUE END
        FROM event WHERE stream_id = $1::text ORDER BY version DESC LIMIT 1), FALSE)
      """;

  /**
   * Commands for one stream each and without a key: the streams that come back were appended to.
   */
  static final String PLAIN =
      """
      INSERT INTO event (stream_id, version, id, type, payload, metadata, hash)
      SELECT e.stream_id, e.version, e.id, e.type, e.payload, e.metadata, e.hash
      FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::uuid[], $5::text[], $6::text[],
          $7::text[], $8::text[])
        AS e (stream_id, expected, version, id, type, payload, metadata, hash)
      WHERE coalesce((
        SELECT CASE
          WHEN last.version <> e.expected THEN FALSE
          WHEN last.tx > pg_current_xact_id() THEN refuse_stale_xid() IS NULL
          ELSE TRUE END
        FROM event AS last WHERE last.stream_id = e.stream_id
        ORDER BY last.version DESC LIMIT 1), e.expected = 0)
      RETURNING stream_id
      """;

  static final String MANY =
      """
      WITH command AS (
        SELECT * FROM unnest($1::int[], $2::text[], $3::text[]) AS c (number, key, request_hash)
      ), target AS (
        SELECT * FROM unnest($4::int[], $5::text[], $6::bigint[]) AS t (number, stream_id, expected)
      ), head AS (
        SELECT target.number, target.expected, coalesce(last.version, 0) AS version, last.tx
        FROM target
        LEFT JOIN LATERAL (
          SELECT version, tx FROM event
          WHERE event.stream_id = target.stream_id ORDER BY version DESC LIMIT 1) AS last ON TRUE
      ), verdict AS (
        SELECT command.number, command.key, command.request_hash, CASE
          WHEN bool_or(head.version <> head.expected) THEN 'CONFLICT'
          WHEN bool_or(head.tx > pg_current_xact_id()) THEN refuse_stale_xid()
          ELSE 'APPENDED' END AS outcome
        FROM command LEFT JOIN head USING (number)
        GROUP BY command.number, command.key, command.request_hash
      ), remembered AS (
        INSERT INTO command_key (key, request_hash)
        SELECT key, request_hash FROM verdict
        WHERE outcome = 'APPENDED' AND key IS NOT NULL
        ORDER BY key
        ON CONFLICT (key) DO NOTHING
        RETURNING key
      ), answer AS (
        SELECT number, outcome,
          key IS NULL OR key IN (SELECT remembered.key FROM remembered) AS fresh
        FROM verdict
      ), appended AS (
        INSERT INTO event (stream_id, version, id, type, payload, metadata, hash)
        SELECT e.stream_id, e.version, e.id, e.type, e.payload, e.metadata, e.hash
        FROM unnest($7::int[], $8::text[], $9::bigint[], $10::uuid[], $11::text[], $12::text[],
            $13::text[], $14::text[])
          AS e (number, stream_id, version, id, type, payload, metadata, hash)
        JOIN answer USING (number)
        WHERE answer.outcome = 'APPENDED' AND answer.fresh
        ORDER BY e.stream_id, e.version
      )
      SELECT number, outcome, fresh FROM answer
      """;

  /** What one command wants stored. */
  record Request(List<Append> appends, Optional<CommandKey> key, List<Line> lines) {
    /** Hashes the events at once, on the caller's thread and not on the one all commands share. */
    static Request of(List<Append> appends, Optional<CommandKey> key) {
      List<Line> lines = new ArrayList<>();
      appends.forEach(append -> addLines(append, lines));
      return new Request(appends, key, lines);
    }

    int events() {
      return lines.size();
    }

    /** Whether long lists are stored with it, in statements that follow. */
    boolean hasPieces() {
      return lines.stream().anyMatch(line -> !line.event().chunks().isEmpty());
    }

    /** Whether it is for one stream, with events, and without a key. */
    boolean isPlain() {
      return key.isEmpty() && appends.size() == 1 && !appends.getFirst().events().isEmpty();
    }

    /** Whether it is plain and has just one event. */
    boolean isPlainest() {
      return isPlain() && lines.size() == 1;
    }
  }

  /** What the statement says of one command. */
  enum Verdict {
    APPENDED,
    CONFLICT,
    KEY_KNOWN
  }

  private AppendStatement() {}

  static Tuple oneEvent(Request request) {
    Line line = request.lines().getFirst();
    return Tuple.tuple()
        .addString(line.stream())
        .addLong(line.expected())
        .addUUID(line.event().id())
        .addString(line.event().type())
        .addString(line.event().payload())
        .addString(line.event().metadata())
        .addString(line.hash());
  }

  /** One row of the event table. */
  record Line(String stream, long expected, long version, NewEvent event, String hash) {}

  private static void addLines(Append append, List<Line> lines) {
    long version = append.expectedVersion();
    for (NewEvent event : append.events()) {
      version++;
      lines.add(
          new Line(
              append.stream(),
              append.expectedVersion(),
              version,
              event,
              event.hash(append.stream(), version)));
    }
  }

  /** Parameters of {@link #PLAIN}; every request is plain. */
  static Tuple plain(List<Request> requests) {
    List<Line> lines =
        requests.stream()
            .flatMap(request -> request.lines().stream())
            .sorted(Comparator.comparing(Line::stream).thenComparingLong(Line::version))
            .toList();
    return Tuple.tuple()
        .addArrayOfString(lines.stream().map(Line::stream).toArray(String[]::new))
        .addArrayOfLong(lines.stream().map(Line::expected).toArray(Long[]::new))
        .addArrayOfLong(lines.stream().map(Line::version).toArray(Long[]::new))
        .addArrayOfUUID(lines.stream().map(line -> line.event().id()).toArray(UUID[]::new))
        .addArrayOfString(texts(lines, NewEvent::type))
        .addArrayOfString(texts(lines, NewEvent::payload))
        .addArrayOfString(texts(lines, NewEvent::metadata))
        .addArrayOfString(lines.stream().map(Line::hash).toArray(String[]::new));
  }

  /** A line with the number of its command. */
  private record Numbered(int number, Line line) {}

  static Tuple many(List<Request> requests) {
    List<Integer> numbers = new ArrayList<>();
    List<Append> targets = new ArrayList<>();
    List<Numbered> numbered = new ArrayList<>();
    for (int number = 0; number < requests.size(); number++) {
      for (Append append : requests.get(number).appends()) {
        numbers.add(number);
        targets.add(append);
      }
      for (Line line : requests.get(number).lines()) {
        numbered.add(new Numbered(number, line));
      }
    }
    numbered.sort(
        Comparator.comparing((Numbered n) -> n.line().stream())
            .thenComparingLong(n -> n.line().version()));
    List<Line> lines = numbered.stream().map(Numbered::line).toList();
    Integer[] commands = new Integer[requests.size()];
    Arrays.setAll(commands, i -> i);
    return Tuple.tuple()
        .addArrayOfInteger(commands)
        .addArrayOfString(keys(requests, CommandKey::key))
        .addArrayOfString(keys(requests, CommandKey::requestHash))
        .addArrayOfInteger(numbers.toArray(Integer[]::new))
        .addArrayOfString(targets.stream().map(Append::stream).toArray(String[]::new))
        .addArrayOfLong(targets.stream().map(Append::expectedVersion).toArray(Long[]::new))
        .addArrayOfInteger(numbered.stream().map(Numbered::number).toArray(Integer[]::new))
        .addArrayOfString(lines.stream().map(Line::stream).toArray(String[]::new))
        .addArrayOfLong(lines.stream().map(Line::version).toArray(Long[]::new))
        .addArrayOfUUID(lines.stream().map(line -> line.event().id()).toArray(UUID[]::new))
        .addArrayOfString(texts(lines, NewEvent::type))
        .addArrayOfString(texts(lines, NewEvent::payload))
        .addArrayOfString(texts(lines, NewEvent::metadata))
        .addArrayOfString(lines.stream().map(Line::hash).toArray(String[]::new));
  }

  private static String[] keys(
      List<Request> requests, java.util.function.Function<CommandKey, String> part) {
    return requests.stream().map(r -> r.key().map(part).orElse(null)).toArray(String[]::new);
  }

  private static String[] texts(
      List<Line> lines, java.util.function.Function<NewEvent, String> part) {
    return lines.stream().map(line -> part.apply(line.event())).toArray(String[]::new);
  }

  /** What {@link #PLAIN} says of each request. */
  static List<Verdict> verdicts(RowSet<Row> appended, List<Request> requests) {
    Set<String> streams = new HashSet<>();
    appended.forEach(row -> streams.add(row.getString(0)));
    return requests.stream()
        .map(request ->
            streams.contains(request.appends().getFirst().stream())
                ? Verdict.APPENDED
                : Verdict.CONFLICT)
        .toList();
  }

  static List<Verdict> verdicts(RowSet<Row> rows, int commands) {
    Verdict[] verdicts = new Verdict[commands];
    for (Row row : rows) {
      verdicts[row.getInteger("number")] =
          switch (row.getString("outcome")) {
            case "CONFLICT" -> Verdict.CONFLICT;
            default -> row.getBoolean("fresh") ? Verdict.APPENDED : Verdict.KEY_KNOWN;
          };
    }
    return List.of(verdicts);
  }
}
