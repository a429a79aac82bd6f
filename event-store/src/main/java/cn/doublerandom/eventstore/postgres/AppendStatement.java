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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The one statement behind every append, for one command or for many.
 *
 * <p>Rows go in by ascending stream and key, so that two statements that meet cannot wait for each
 * other in a circle.
 */
final class AppendStatement {
  /** One event for one stream, the plainest append, without the bookkeeping of many commands. */
  static final String ONE_EVENT =
      """
      INSERT INTO event (stream_id, version, id, type, payload, metadata, hash)
      SELECT $1::text, $2::bigint + 1, $3::uuid, $4::text, $5::text, $6::text, $7::text
      FROM (VALUES (1)) AS one
      LEFT JOIN LATERAL (
        SELECT version, tx FROM event
        WHERE event.stream_id = $1::text ORDER BY version DESC LIMIT 1) AS last ON TRUE
      WHERE CASE
        WHEN last.version IS NULL THEN $2::bigint = 0
        WHEN last.version <> $2::bigint THEN FALSE
        WHEN last.tx > pg_current_xact_id() THEN refuse_stale_xid() IS NULL
        ELSE TRUE END
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
  record Request(List<Append> appends, Optional<CommandKey> key) {
    int events() {
      return appends.stream().mapToInt(append -> append.events().size()).sum();
    }

    /** The one event of a command that has just one and no key, else null. */
    Optional<Append> plainest() {
      return key.isEmpty() && appends.size() == 1 && appends.getFirst().events().size() == 1
          ? Optional.of(appends.getFirst())
          : Optional.empty();
    }
  }

  /** What the statement says of one command. */
  enum Verdict {
    APPENDED,
    CONFLICT,
    KEY_KNOWN
  }

  private AppendStatement() {}

  static Tuple oneEvent(Append append) {
    NewEvent event = append.events().getFirst();
    return Tuple.tuple()
        .addString(append.stream())
        .addLong(append.expectedVersion())
        .addUUID(event.id())
        .addString(event.type())
        .addString(event.payload())
        .addString(event.metadata())
        .addString(event.hash(append.stream(), append.expectedVersion() + 1));
  }

  private record Line(int number, String stream, long version, NewEvent event, String hash) {}

  static Tuple many(List<Request> requests) {
    List<Integer> numbers = new ArrayList<>();
    List<Append> targets = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (int number = 0; number < requests.size(); number++) {
      for (Append append : requests.get(number).appends()) {
        numbers.add(number);
        targets.add(append);
        long version = append.expectedVersion();
        for (NewEvent event : append.events()) {
          version++;
          lines.add(
              new Line(
                  number, append.stream(), version, event, event.hash(append.stream(), version)));
        }
      }
    }
    lines.sort(Comparator.comparing(Line::stream).thenComparingLong(Line::version));
    Integer[] commands = new Integer[requests.size()];
    Arrays.setAll(commands, i -> i);
    return Tuple.tuple()
        .addArrayOfInteger(commands)
        .addArrayOfString(keys(requests, CommandKey::key))
        .addArrayOfString(keys(requests, CommandKey::requestHash))
        .addArrayOfInteger(numbers.toArray(Integer[]::new))
        .addArrayOfString(targets.stream().map(Append::stream).toArray(String[]::new))
        .addArrayOfLong(targets.stream().map(Append::expectedVersion).toArray(Long[]::new))
        .addArrayOfInteger(lines.stream().map(Line::number).toArray(Integer[]::new))
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
